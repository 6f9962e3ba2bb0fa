package org.ezhili.grid.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ezhili.grid.internal.Sample;
import org.ezhili.grid.internal.domain.ImportMode;
import org.ezhili.grid.internal.domain.ImportOrder;
import org.ezhili.grid.internal.domain.RowFault;
import org.ezhili.grid.internal.geometry.Tiling;
import org.ezhili.grid.internal.live.AreaTree;
import org.ezhili.grid.internal.store.AreaStore;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundaryImportsTest {

    private static final ImportOrder ALL = new ImportOrder(false, ImportMode.ALL_OR_NOTHING, code -> true);
    private static final ImportOrder TRY = new ImportOrder(true, ImportMode.ALL_OR_NOTHING, code -> true);
    private static final String GRID = "340603002001001";

    @EachDatabase
    void a_boundary_is_taken_and_its_consequences_are_told(TestDatabase db) {
        AreaTree tree = tree(db);

        BoundaryReport report = new BoundaryImports(tree)
                .take(collection(feature(GRID, Sample.box(116.80, 33.90, 116.812, 33.905))), ALL);

        assertThat(report.counts().applied()).isTrue();
        assertThat(report.counts().changed()).isEqualTo(1);
        assertThat(report.overlaps()).extracting(Tiling.Overlap::b).containsExactly(AreaCode.of("340603002001002"));
        assertThat(report.gaps()).extracting(Tiling.Gap::within).containsExactly(Sample.WEST);
        assertThat(tree.locate(116.805, 33.908)).isEmpty();
    }

    @EachDatabase
    void a_dry_run_tells_the_same_and_changes_nothing(TestDatabase db) {
        AreaTree tree = tree(db);

        BoundaryReport report = new BoundaryImports(tree)
                .take(collection(feature(GRID, Sample.box(116.80, 33.90, 116.812, 33.905))), TRY);

        assertThat(report.overlaps()).hasSize(1);
        assertThat(report.gaps()).hasSize(1);
        assertThat(tree.locate(116.805, 33.908)).isPresent();
    }

    @EachDatabase
    void what_is_there_already_is_unchanged(TestDatabase db) {
        AreaTree tree = tree(db);

        BoundaryReport report =
                new BoundaryImports(tree).take(collection(feature(GRID, Sample.square(116.80, 33.90, 0.01))), ALL);

        assertThat(report.counts().unchanged()).isEqualTo(1);
        assertThat(report.counts().changed()).isZero();
    }

    @EachDatabase
    void features_at_fault_are_named_and_hold_back_the_rest(TestDatabase db) {
        AreaTree tree = tree(db);
        ImportOrder own = new ImportOrder(false, ImportMode.ALL_OR_NOTHING, AreaCode.of("340603")::contains);
        String good = Sample.square(116.80, 33.90, 0.005);

        BoundaryReport report = new BoundaryImports(tree)
                .take(
                        collection(
                                feature(GRID, good),
                                feature("340604001", good),
                                feature("34060300200100x", good),
                                feature(GRID, good),
                                feature("340603002001002", "null"),
                                feature("340603002001003", "{\"type\":\"Polygon\",\"coordinates\":[[[1,2]]]}"),
                                feature("340603002001999", good),
                                "7",
                                "{\"type\":\"Feature\",\"properties\":{\"code\":340603002001004},\"geometry\":" + good
                                        + "}",
                                "{\"type\":\"Feature\",\"geometry\":" + good + "}"),
                        own);

        assertThat(report.counts().applied()).isFalse();
        assertThat(report.counts().faults())
                .extracting(RowFault::row, RowFault::field, RowFault::code)
                .containsExactly(
                        t(2, "code", "foreign-area"),
                        t(3, "code", "area-code"),
                        t(4, "code", "code-twice"),
                        t(5, "geometry", "geometry-missing"),
                        t(6, "geometry", "ring-short"),
                        t(7, "code", "area-missing"),
                        t(8, "code", "area-code"),
                        t(9, "code", "area-code"),
                        t(10, "code", "area-code"));
        assertThat(tree.locate(116.808, 33.908)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "json-form              | {",
                "json-form              | {\"type\":\"FeatureCollection\",\"features\":[]} trailing",
                "json-form              | {\"type\":\"FeatureCollection\",\"type\":\"x\"}",
                "not-feature-collection | []",
                "not-feature-collection | {\"type\":\"Polygon\",\"coordinates\":[]}",
                "not-feature-collection | {\"type\":\"FeatureCollection\"}",
                "not-feature-collection | {\"type\":\"FeatureCollection\",\"features\":{}}",
                "crs-other              | {\"type\":\"FeatureCollection\",\"features\":[],\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3857\"}}}",
            })
    void a_file_that_is_no_feature_collection_is_refused(String code, String file) {
        try {
            Features.read(file.getBytes(StandardCharsets.UTF_8));
            assertThat(code).isEqualTo("taken");
        } catch (ProblemException refused) {
            assertThat(refused.problem().faults().get(0).code()).isEqualTo(code);
        }
    }

    private static org.assertj.core.groups.Tuple t(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    private static String feature(String code, String geometry) {
        return "{\"type\":\"Feature\",\"properties\":{\"code\":\"" + code + "\"},\"geometry\":" + geometry + "}";
    }

    private static byte[] collection(String... features) {
        return ("{\"type\":\"FeatureCollection\",\"features\":["
                        + Stream.of(features).collect(Collectors.joining(",")) + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static AreaTree tree(TestDatabase db) {
        AreaTree tree = new AreaTree(new AreaStore(db.database()), db.clock());
        tree.put(Sample.district());
        return tree;
    }
}
