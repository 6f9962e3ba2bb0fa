package org.ezhili.matters.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ezhili.matters.internal.domain.Action;
import org.ezhili.matters.internal.domain.Matter;
import org.ezhili.matters.internal.domain.Outcome.Done;
import org.ezhili.matters.internal.domain.Part;
import org.ezhili.matters.internal.domain.State;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;

class MatterListsTest {

    private static final AreaCode DISTRICT = AreaCode.of("340603");
    private static final AreaCode STREET = AreaCode.of("340603002");
    private static final AreaCode COMMUNITY = AreaCode.of("340603002001");
    private static final AreaCode GRID = AreaCode.of(Matters.GRID);

    /** 40 matters, the older half accepted; every fourth lies in another street; the first ten given to a worker. */
    private static List<Matter> some(TestDatabase db) {
        MatterStore store = new MatterStore(db.database(), db.ids());
        List<Matter> all = new ArrayList<>();
        Instant at = db.clock().instant();
        for (int i = 0; i < 40; i++) {
            String area = i % 4 == 3 ? Matters.OTHER_GRID : Matters.GRID;
            Matter matter = Matters.reported(1000 + i, area, i % 5 == 0 ? "resident" : "other", at, List.of());
            store.add(matter);
            if (i < 20) {
                matter = keep(store, Matters.done(matter, Action.ACCEPT, "c", Part.COMMUNITY, null, at), Action.ACCEPT);
            }
            if (i < 10) {
                matter = keep(
                        store, Matters.done(matter, Action.DISPATCH, "c", Part.COMMUNITY, "w", at), Action.DISPATCH);
            }
            all.add(matter);
        }
        return all;
    }

    private static Matter keep(MatterStore store, Done done, Action action) {
        assertThat(store.keep(action, done)).isTrue();
        return done.matter();
    }

    private static MatterQuery areas(AreaCode... areas) {
        return query(List.of(areas), null, null, null, Set.of(), null, null);
    }

    private static MatterQuery query(
            List<AreaCode> areas,
            String reporter,
            String given,
            String handling,
            Set<State> states,
            String handler,
            Boolean overdue) {
        return new MatterQuery(
                areas,
                Optional.ofNullable(reporter),
                Optional.ofNullable(given),
                Optional.ofNullable(handling),
                Optional.empty(),
                Set.of(),
                states,
                Optional.empty(),
                Optional.ofNullable(handler),
                Optional.ofNullable(overdue));
    }

    private static List<Long> ids(TestDatabase db, MatterQuery query) {
        MatterLists lists = new MatterLists(db.database());
        List<Long> ids = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<Matter> page = lists.page(query, db.clock().instant(), new PageRequest(7, cursor));
            page.items().forEach(matter -> ids.add(matter.id()));
            cursor = page.next();
        } while (cursor.isPresent());
        return ids;
    }

    private static List<Long> expected(List<Matter> all, java.util.function.Predicate<Matter> wanted) {
        return all.stream()
                .filter(wanted)
                .map(Matter::id)
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
    }

    @EachDatabase
    void every_list_is_complete_newest_first_whatever_it_is_narrowed_to(TestDatabase db) {
        List<Matter> all = some(db);
        for (AreaCode area : List.of(DISTRICT, STREET, COMMUNITY, GRID)) {
            assertThat(ids(db, areas(area))).isEqualTo(expected(all, m -> area.contains(m.area())));
            for (State state : State.values()) {
                assertThat(ids(db, query(List.of(area), null, null, null, Set.of(state), null, null)))
                        .isEqualTo(expected(all, m -> area.contains(m.area()) && m.state() == state));
            }
            assertThat(ids(db, query(List.of(area), null, null, null, Set.of(), "w", null)))
                    .isEqualTo(expected(all, m -> area.contains(m.area()) && m.isHandledBy("w")));
        }
        assertThat(ids(db, areas(AreaCode.of(Matters.GRID + "001")))).isEmpty();
        assertThat(ids(db, areas())).isEmpty();
    }

    @EachDatabase
    void a_list_merged_from_several_reasons_shows_each_matter_once(TestDatabase db) {
        List<Matter> all = some(db);
        assertThat(ids(db, query(List.of(GRID, COMMUNITY), "resident", "w", null, Set.of(), null, null)))
                .isEqualTo(expected(
                        all,
                        m -> COMMUNITY.contains(m.area()) || m.reporter().equals("resident") || m.isHandledBy("w")));
    }

    @EachDatabase
    void ones_own_are_those_reported_given_or_in_hand(TestDatabase db) {
        List<Matter> all = some(db);
        assertThat(ids(db, query(List.of(), "resident", null, null, Set.of(), null, null)))
                .isEqualTo(expected(all, m -> m.reporter().equals("resident")));
        assertThat(ids(db, query(List.of(), null, "w", null, Set.of(), null, null)))
                .isEqualTo(expected(all, m -> m.isHandledBy("w")));
        assertThat(ids(db, query(List.of(), null, null, "w", State.HANDLING, null, null)))
                .isEqualTo(expected(all, m -> m.isHandledBy("w")));
        MatterLists lists = new MatterLists(db.database());
        assertThat(lists.inHand("w", Set.of())).isEqualTo(10);
        assertThat(lists.own("resident", Set.of()))
                .isEqualTo(Map.of(State.DISPATCHED, 2L, State.ACCEPTED, 2L, State.REPORTED, 4L));
        assertThat(lists.own("w", Set.of())).isEqualTo(Map.of(State.DISPATCHED, 10L));
    }

    @EachDatabase
    void what_is_late_is_known_from_the_deadline_alone(TestDatabase db) {
        List<Matter> all = some(db);
        MatterLists lists = new MatterLists(db.database());
        assertThat(lists.overdue(List.of(DISTRICT), db.clock().instant())).isZero();
        assertThat(lists.ownOverdue("w", db.clock().instant(), Set.of())).isZero();
        assertThat(ids(db, query(List.of(STREET), null, null, null, Set.of(), null, true)))
                .isEmpty();
        db.clock().forward(java.time.Duration.ofHours(2));
        assertThat(lists.overdue(List.of(DISTRICT), db.clock().instant())).isEqualTo(40);
        assertThat(lists.overdue(List.of(STREET), db.clock().instant())).isEqualTo(30);
        assertThat(lists.ownOverdue("w", db.clock().instant(), Set.of())).isEqualTo(10);
        assertThat(lists.ownOverdue("resident", db.clock().instant(), Set.of())).isEqualTo(8);
        assertThat(ids(db, query(List.of(STREET), null, null, null, Set.of(), null, true)))
                .isEqualTo(expected(all, m -> STREET.contains(m.area())));
        assertThat(ids(db, query(List.of(STREET), null, null, null, Set.of(), null, false)))
                .isEmpty();
    }

    @EachDatabase
    void a_cursor_that_is_none_is_refused(TestDatabase db) {
        MatterLists lists = new MatterLists(db.database());
        for (String cursor : List.of("x", "1 or 1=1", "99999999999999999999", "'", "-")) {
            assertThatThrownBy(() ->
                            lists.page(areas(DISTRICT), db.clock().instant(), new PageRequest(5, Optional.of(cursor))))
                    .isInstanceOf(ProblemException.class);
        }
    }
}
