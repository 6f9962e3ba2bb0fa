package org.ezhili.grid.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ezhili.grid.internal.Sample;
import org.ezhili.grid.internal.live.AreaTree;
import org.ezhili.grid.internal.store.AreaStore;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.platform.module.Settings;
import org.jspecify.annotations.Nullable;

class ReadsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @EachDatabase
    void the_tree_is_read_page_by_page(TestDatabase db) {
        AreasResource areas = new AreasResource(tree(db));
        List<String> codes = new ArrayList<>();
        String cursor = null;
        do {
            ListJson<AreaJson> page = areas.list("340603002001", 3, cursor);
            page.items().forEach(area -> codes.add(area.code()));
            cursor = page.next();
        } while (cursor != null);

        assertThat(codes).containsExactly("340603002001001", "340603002001002", "340603002001003", "340603002001004");
        assertThat(areas.list(null, null, null).items())
                .extracting(AreaJson::code)
                .containsExactly("340603");
    }

    @EachDatabase
    void an_area_tells_its_place_in_the_tree(TestDatabase db) {
        JsonNode area = JSON.valueToTree(new AreasResource(tree(db)).get("340603002001"));

        assertThat(area.path("level").asText()).isEqualTo("community");
        assertThat(area.path("kind").asText()).isEqualTo("division");
        assertThat(area.path("parent").asText()).isEqualTo("340603002");
        assertThat(area.path("children").asInt()).isEqualTo(4);
        assertThat(area.path("centre").path("lon").asDouble()).isEqualTo(116.81);
        assertThat(area.path("lineage").findValuesAsText("code"))
                .containsExactly("340603", "340603002", "340603002001");
    }

    @EachDatabase
    void boundaries_are_geojson(TestDatabase db) throws Exception {
        AreaTree tree = tree(db);

        JsonNode one = JSON.readTree(JSON.writeValueAsBytes(new AreasResource(tree).boundary("340603002001001", null)));
        JsonNode many =
                JSON.readTree(JSON.writeValueAsBytes(new BoundariesResource(tree).list("340603", "grid", 5, null)));

        assertThat(one.path("type").asText()).isEqualTo("Polygon");
        assertThat(one.path("coordinates").path(0)).hasSize(5);
        assertThat(many.path("type").asText()).isEqualTo("FeatureCollection");
        assertThat(many.path("features")).hasSize(5);
        assertThat(many.path("features").path(0).path("geometry")).isEqualTo(one);
        assertThat(many.path("features")
                        .path(0)
                        .path("properties")
                        .path("level")
                        .asText())
                .isEqualTo("grid");
        assertThat(many.path("next").asText()).isEqualTo("340603002002001");
    }

    @EachDatabase
    void a_point_is_told_its_grid_and_what_is_above(TestDatabase db) {
        LocateResource.FoundJson found = new LocateResource(tree(db), new Calls()).locate("116.805", "33.905");

        assertThat(found.grid().code()).isEqualTo("340603002001001");
        assertThat(found.lineage())
                .extracting(AreaJson.StepJson::level)
                .containsExactly("district", "street", "community", "grid");
        assertThat(found.contact()).isEqualTo(new LocateResource.ContactJson("0561-110", "8:30-18:00"));
    }

    @EachDatabase
    void what_is_not_there_is_not_found(TestDatabase db) {
        AreaTree tree = tree(db);
        AreasResource areas = new AreasResource(tree);

        refused(404, "not-found", () -> areas.get("340603009"));
        refused(404, "not-found", () -> areas.get("hello"));
        refused(404, "not-found", () -> areas.get("34060300２"));
        refused(404, "not-found", () -> areas.list("340604", null, null));
        refused(404, "not-found", () -> areas.history("340604"));
        refused(404, "no-boundary", () -> areas.boundary("340603", null));
        refused(404, "no-boundary", () -> areas.boundary("340603002001", "2020-01-01"));
        refused(404, "not-found", () -> new ChecksResource(tree).check("340604"));
        refused(404, "not-found", () -> new BoundariesResource(tree).list("340604", "grid", null, null));
        refused(404, "outside-district", () -> new LocateResource(tree, new Calls()).locate("0", "0"));
    }

    @EachDatabase
    void what_cannot_be_read_is_refused_with_the_parameter_at_fault(TestDatabase db) {
        AreaTree tree = tree(db);
        AreasResource areas = new AreasResource(tree);
        BoundariesResource boundaries = new BoundariesResource(tree);

        fault("parent", "area-code", () -> areas.list("3406", null, null));
        fault("cursor", "cursor", () -> areas.list(null, 5, "'; DROP TABLE"));
        fault("limit", "out-of-range", () -> areas.list(null, 0, null));
        fault("limit", "out-of-range", () -> areas.list(null, 201, null));
        fault("on", "day", () -> areas.boundary("340603002001", "yesterday"));
        fault("within", "required", () -> boundaries.list(null, "grid", null, null));
        fault("level", "required", () -> boundaries.list("340603", null, null, null));
        fault("level", "level-unknown", () -> boundaries.list("340603", "galaxy", null, null));
        fault("limit", "out-of-range", () -> boundaries.list("340603", "grid", 2_001, null));
        fault("within", "required", () -> new ChecksResource(tree).check(""));
    }

    @EachDatabase
    void a_point_that_is_no_point_is_refused(TestDatabase db) {
        LocateResource locate = new LocateResource(tree(db), new Calls());

        pointFault(locate, "lon", "required", null, "33.9");
        pointFault(locate, "lat", "required", "116.8", "");
        pointFault(locate, "lon", "number", "NaN", "33.9");
        pointFault(locate, "lon", "number", "Infinity", "33.9");
        pointFault(locate, "lon", "number", "1e2", "33.9");
        pointFault(locate, "lon", "number", "0x10", "33.9");
        pointFault(locate, "lon", "number", "116,8", "33.9");
        pointFault(locate, "lon", "number", " 116.8", "33.9");
        pointFault(locate, "lat", "number", "116.8", "北");
        pointFault(locate, "lon", "out-of-range", "181", "33.9");
        pointFault(locate, "lat", "out-of-range", "33.9", "116.8");
        pointFault(locate, "lat", "out-of-range", "116.8", "-90.0001");
    }

    private static void pointFault(
            LocateResource locate, String field, String code, @Nullable String lon, @Nullable String lat) {
        fault(field, code, () -> locate.locate(lon, lat));
    }

    private static void fault(String field, String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem().status()).isEqualTo(400);
            assertThat(refused.problem().faults().get(0).field()).isEqualTo(field);
            assertThat(refused.problem().faults().get(0).code()).isEqualTo(code);
        });
    }

    private static void refused(int status, String code, ThrowingCallable call) {
        assertThatThrownBy(call).hasMessage(status + " " + code);
    }

    private static AreaTree tree(TestDatabase db) {
        AreaTree tree = new AreaTree(new AreaStore(db.database()), db.clock());
        tree.put(Sample.district());
        return tree;
    }

    /** What the street in the east has set. */
    private record Calls() implements Settings {

        @Override
        public Values of(String module, AreaCode area) {
            return new Values() {
                @Override
                public String text(String name) {
                    return Map.of("phone", "0561-110", "hours", "8:30-18:00").get(name);
                }

                @Override
                public long whole(String name) {
                    throw new IllegalArgumentException(name);
                }

                @Override
                public double number(String name) {
                    throw new IllegalArgumentException(name);
                }

                @Override
                public boolean flag(String name) {
                    throw new IllegalArgumentException(name);
                }
            };
        }
    }
}
