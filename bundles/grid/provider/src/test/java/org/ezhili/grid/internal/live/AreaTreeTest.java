package org.ezhili.grid.internal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.ezhili.grid.Area;
import org.ezhili.grid.AreaDraft;
import org.ezhili.grid.AreaKind;
import org.ezhili.grid.internal.Sample;
import org.ezhili.grid.internal.geometry.Boundary;
import org.ezhili.grid.internal.geometry.Tiling;
import org.ezhili.grid.internal.store.AreaStore;
import org.ezhili.grid.internal.tree.PastArea;
import org.ezhili.grid.internal.tree.TreeArea;
import org.ezhili.grid.internal.tree.TreeCheck;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;

class AreaTreeTest {

    private static final AreaCode GRID = AreaCode.of("340603002001001");

    @EachDatabase
    void what_is_put_is_there_at_once_and_after_a_restart(TestDatabase db) {
        AreaTree tree = tree(db);

        assertThat(tree.put(Sample.district())).isEqualTo(12);

        assertThat(tree.find(GRID).orElseThrow().name()).isEqualTo("供电社区网格1");
        AreaTree restarted = tree(db);
        assertThat(restarted.lineage(GRID)).extracting(Area::name).containsExactly("相山区", "东街道", "供电社区", "供电社区网格1");
        assertThat(restarted.locate(116.805, 33.905).orElseThrow().code()).isEqualTo(GRID);
    }

    @EachDatabase
    void the_same_again_changes_nothing(TestDatabase db) {
        AreaTree tree = tree(db);
        tree.put(Sample.district());
        long number = tree.map().number();

        assertThat(tree.put(Sample.district())).isZero();

        assertThat(tree.map().number()).isEqualTo(number);
        assertThat(tree.history(GRID, 10)).isEmpty();
    }

    @EachDatabase
    void a_changed_boundary_closes_the_old_one_on_that_day(TestDatabase db) {
        AreaTree tree = tree(db);
        tree.put(Sample.district());
        LocalDate before = tree.today();
        db.clock().forward(Duration.ofDays(10));
        AreaCode other = AreaCode.of("340603002001002");

        tree.put(List.of(
                draft(GRID, Sample.box(116.80, 33.90, 116.808, 33.91)),
                draft(other, Sample.box(116.808, 33.90, 116.82, 33.91))));

        assertThat(tree.locate(116.809, 33.905).orElseThrow().code()).isEqualTo(other);
        List<PastArea> history = tree.history(GRID, 10);
        assertThat(history).hasSize(1);
        assertThat(history.get(0).from()).isEqualTo(before);
        assertThat(history.get(0).to()).isEqualTo(tree.today());
        assertThat(shapeOn(tree, before).pointTest().holds(116.809, 33.905)).isTrue();
        assertThat(shapeOn(tree, tree.today().minusDays(1)).pointTest().holds(116.809, 33.905))
                .isTrue();
        assertThat(shapeOn(tree, tree.today()).pointTest().holds(116.809, 33.905))
                .isFalse();
        assertThat(tree.on(GRID, before.minusDays(1))).isEmpty();
    }

    @EachDatabase
    void what_did_not_last_a_day_is_kept_but_is_on_no_day(TestDatabase db) {
        AreaTree tree = tree(db);
        tree.put(Sample.district());
        tree.put(List.of(draft(GRID, Sample.square(116.801, 33.901, 0.005))));
        tree.put(List.of(draft(GRID, Sample.square(116.802, 33.901, 0.005))));

        assertThat(tree.history(GRID, 10)).hasSize(2);
        assertThat(tree.on(GRID, tree.today().minusDays(1))).isEmpty();
        db.clock().forward(Duration.ofDays(1));
        tree.put(List.of(draft(GRID, Sample.square(116.803, 33.901, 0.005))));
        assertThat(shapeOn(tree, tree.today().minusDays(1)).pointTest().holds(116.8069, 33.902))
                .isTrue();
    }

    @EachDatabase
    void one_area_that_does_not_fit_leaves_all_undone(TestDatabase db) {
        AreaTree tree = tree(db);
        tree.put(Sample.district());
        AreaDraft good = draft(GRID, Sample.square(116.80, 33.90, 0.005));

        assertThatThrownBy(() -> tree.put(List.of(good, draft(AreaCode.of("340603009001001"), Sample.square(1, 1, 1)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("340603009001001")
                .hasMessageContaining("parent-missing");
        assertThatThrownBy(() -> tree.put(List.of(good, draft(AreaCode.of("340603002001009"), "{}"))))
                .hasMessageContaining("geometry-type");
        assertThatThrownBy(() -> tree.put(
                        List.of(good, new AreaDraft(Sample.STREET, "东街道", AreaKind.RESIDENTIAL, Optional.empty()))))
                .hasMessageContaining("kind-of-level");

        assertThat(tree.history(GRID, 10)).isEmpty();
    }

    @EachDatabase
    void another_node_sees_a_change_within_a_second(TestDatabase db) {
        AreaTree here = tree(db);
        AreaTree there = tree(db);
        AreaWatch watch = new AreaWatch(there);
        try {
            await().until(there::isLoaded);

            here.put(Sample.district());

            await().atMost(Duration.ofSeconds(2)).until(() -> there.find(GRID).isPresent());
        } finally {
            watch.close();
        }
    }

    @EachDatabase
    void two_nodes_that_change_the_tree_in_turn_lose_nothing(TestDatabase db) {
        AreaTree here = tree(db);
        AreaTree there = tree(db);
        here.put(Sample.district());

        there.put(List.of(draft(AreaCode.of("340603002001005"), Sample.square(116.90, 33.90, 0.01))));
        here.put(List.of(draft(AreaCode.of("340603002001006"), Sample.square(116.91, 33.90, 0.01))));

        assertThat(here.map().children(Sample.WEST)).hasSize(6);
        assertThat(tree(db).map().children(Sample.WEST)).hasSize(6);
    }

    @EachDatabase
    void every_point_of_a_tiled_district_lies_in_exactly_one_grid(TestDatabase db) {
        AreaTree tree = tree(db);
        tree.put(Sample.district());
        Random random = new Random(340603);
        List<TreeArea> grids = tree.map()
                .within(Sample.DISTRICT)
                .filter(area -> area.code().level().digits() == 15)
                .toList();

        for (int i = 0; i < 2_000; i++) {
            double lon = 116.80 + random.nextDouble() * 0.04;
            double lat = 33.90 + random.nextDouble() * 0.02;
            List<AreaCode> holding = grids.stream()
                    .filter(grid -> grid.boundary().orElseThrow().pointTest().holds(lon, lat))
                    .map(TreeArea::code)
                    .toList();
            assertThat(holding).hasSize(1);
            assertThat(tree.locate(lon, lat).orElseThrow().code()).isEqualTo(holding.get(0));
        }
    }

    @EachDatabase
    void a_point_on_a_shared_boundary_belongs_to_the_lower_code(TestDatabase db) {
        AreaTree tree = tree(db);
        tree.put(Sample.district());

        assertThat(tree.locate(116.81, 33.905).orElseThrow().code()).isEqualTo(GRID);
        assertThat(tree.locate(116.81, 33.91).orElseThrow().code()).isEqualTo(GRID);
        assertThat(tree.locate(116.82, 33.905).orElseThrow().code()).isEqualTo(AreaCode.of("340603002001002"));
    }

    @EachDatabase
    void points_outside_lie_in_no_grid(TestDatabase db) {
        AreaTree tree = tree(db);
        assertThat(tree.locate(116.805, 33.905)).isEmpty();
        tree.put(Sample.district());

        assertThat(tree.locate(116.7999999, 33.905)).isEmpty();
        assertThat(tree.locate(0, 0)).isEmpty();
        assertThat(tree.locate(-180, -90)).isEmpty();
        assertThat(tree.locate(Double.NaN, 33.905)).isEmpty();
    }

    @EachDatabase
    void a_micro_grid_inside_a_grid_is_neither_found_by_a_point_nor_an_overlap(TestDatabase db) {
        AreaTree tree = tree(db);
        tree.put(Sample.district());
        AreaCode micro = AreaCode.of("340603002001000");

        tree.put(List.of(
                new AreaDraft(micro, "微网格", AreaKind.MICRO, Optional.of(Sample.square(116.802, 33.902, 0.002)))));

        assertThat(tree.locate(116.803, 33.903).orElseThrow().code()).isEqualTo(GRID);
        assertThat(TreeCheck.of(tree.map(), Sample.DISTRICT).overlaps()).isEmpty();
    }

    @EachDatabase
    void checks_find_overlaps_gaps_and_grids_without_boundary(TestDatabase db) {
        AreaTree tree = tree(db);
        tree.put(Sample.district());
        assertThat(TreeCheck.of(tree.map(), Sample.DISTRICT)).isEqualTo(new TreeCheck(List.of(), List.of(), List.of()));
        AreaCode bare = AreaCode.of("340603002001007");

        tree.put(List.of(
                draft(AreaCode.of("340603002001002"), Sample.box(116.81, 33.90, 116.821, 33.91)),
                draft(AreaCode.of("340603002001003"), Sample.box(116.80, 33.911, 116.81, 33.92)),
                new AreaDraft(bare, "新网格", AreaKind.RESIDENTIAL, Optional.empty())));

        TreeCheck check = TreeCheck.of(tree.map(), Sample.WEST);
        assertThat(check.overlaps())
                .extracting(Tiling.Overlap::a, Tiling.Overlap::b)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        AreaCode.of("340603002001002"), AreaCode.of("340603002002001")));
        assertThat(check.overlaps().get(0).squareMetres()).isBetween(102_000.0, 103_000.0);
        assertThat(check.gaps()).extracting(Tiling.Gap::within).containsExactly(Sample.WEST);
        assertThat(check.missing()).containsExactly(bare);
        assertThat(TreeCheck.of(tree.map(), Sample.EAST).overlaps()).hasSize(1);
        assertThat(TreeCheck.of(tree.map(), Sample.EAST).gaps()).isEmpty();
    }

    private static Boundary shapeOn(AreaTree tree, LocalDate day) {
        return tree.on(GRID, day).flatMap(PastArea::boundary).orElseThrow();
    }

    private static AreaDraft draft(AreaCode code, String boundary) {
        return new AreaDraft(code, "网格", AreaKind.RESIDENTIAL, Optional.of(boundary));
    }

    private static AreaTree tree(TestDatabase db) {
        return new AreaTree(new AreaStore(db.database()), db.clock());
    }
}
