package org.ezhili.distribution.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ezhili.distribution.systemtests.InDistrict.granted;
import static org.ezhili.distribution.systemtests.InDistrict.refused;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The district's divisions and grids. */
interface TheAreaTree extends InDistrict {

    @Test
    default void the_district_has_its_ten_streets_eighty_eight_communities_and_292_grids() {
        assertThat(codes("340603", 200)).hasSize(10);
        List<String> communities = codes("340603", 200).stream()
                .flatMap(street -> codes(street, 200).stream())
                .toList();
        assertThat(communities).hasSize(88);
        assertThat(communities.stream().flatMap(community -> codes(community, 200).stream()))
                .hasSize(292);
    }

    @Test
    default void without_a_parent_the_list_begins_at_the_top() {
        JsonNode top = granted(as(Person.RESIDENT).get(AREAS + "/areas"), 200).json();

        assertThat(top.at("/items/0/code").asText()).isEqualTo("340603");
        assertThat(top.has("next")).isTrue();
    }

    @Test
    default void page_by_page_every_area_comes_once() {
        assertThat(codes("340603", 3)).doesNotHaveDuplicates().isEqualTo(codes("340603", 200));
    }

    @Test
    default void an_area_tells_where_it_lies() {
        JsonNode grid =
                granted(as(Person.RESIDENT).get(AREAS + "/areas/" + GRID), 200).json();

        assertThat(grid.path("lineage").findValuesAsText("code")).contains("340603", EAST, "340603002001");
        assertThat(grid.path("name").asText()).isNotBlank();
    }

    @Test
    default void a_point_is_found_in_its_grid() {
        JsonNode centre = centre();

        JsonNode found = granted(
                        as(Person.RESIDENT)
                                .get(AREAS + "/locate?lon=" + centre.path("lon") + "&lat=" + centre.path("lat")),
                        200)
                .json();

        assertThat(found.at("/grid/code").asText()).isEqualTo(GRID);
        assertThat(found.path("lineage").findValuesAsText("code")).contains("340603", EAST);
    }

    @Test
    default void a_point_in_another_province_is_outside() {
        refused(as(Person.RESIDENT).get(AREAS + "/locate?lon=121.5&lat=31.2"), 404, "outside-district");
    }

    @Test
    default void what_is_no_point_is_refused_by_the_name_of_its_parameter() {
        for (String point :
                List.of("lon=abc&lat=31", "lon=NaN&lat=31", "lat=31", "lon=200&lat=31", "lon=116&lat=-91")) {
            Answer answer = as(Person.RESIDENT).get(AREAS + "/locate?" + point);
            assertThat(answer.status()).as(point + " " + answer).isEqualTo(400);
        }
    }

    @Test
    default void there_is_no_area_of_a_code_that_is_none() {
        refused(as(Person.RESIDENT).get(AREAS + "/areas/340699"), 404, "not-found");
        refused(as(Person.RESIDENT).get(AREAS + "/areas/abc"), 404, "not-found");
    }

    @Test
    default void the_map_gets_the_boundaries_of_a_street() {
        JsonNode map = granted(as(Person.RESIDENT).get(AREAS + "/boundaries?within=" + EAST + "&level=grid"), 200)
                .json();

        assertThat(map.path("type").asText()).isEqualTo("FeatureCollection");
        assertThat(map.path("features").size()).isGreaterThan(5);
        assertThat(map.at("/features/0/geometry/type").asText()).endsWith("Polygon");
    }

    @Test
    default void the_demo_grids_tile_their_communities() {
        JsonNode checks = granted(as(Person.DISTRICT).get(AREAS + "/checks?within=" + EAST), 200)
                .json();

        assertThat(checks.path("overlaps")).isEmpty();
        assertThat(checks.path("missing")).isEmpty();
    }

    @Test
    default void a_trial_import_tells_of_each_bad_row_and_changes_nothing() {
        Answer report = as(Person.IT)
                .post(
                        AREAS + "/imports/areas?dryRun=true&mode=best-effort",
                        "text/csv",
                        "code,name,level,parent\n340603099,试街道,3,340603\nabc,坏,3,340603\n"
                                .getBytes(StandardCharsets.UTF_8));

        assertThat(report.status()).as(report.toString()).isEqualTo(200);
        assertThat(report.json().path("errors")).isNotEmpty();
        refused(as(Person.IT).get(AREAS + "/areas/340603099"), 404, "not-found");
    }

    private JsonNode centre() {
        return granted(as(Person.RESIDENT).get(AREAS + "/areas/" + GRID), 200)
                .json()
                .path("centre");
    }

    private List<String> codes(String parent, int limit) {
        List<String> codes = new ArrayList<>();
        Set<String> cursors = new HashSet<>();
        String cursor = "";
        do {
            assertThat(cursors.add(cursor)).isTrue();
            JsonNode page = granted(
                            as(Person.RESIDENT)
                                    .get(AREAS + "/areas?parent=" + parent + "&limit=" + limit + "&cursor=" + cursor),
                            200)
                    .json();
            codes.addAll(page.path("items").findValuesAsText("code"));
            cursor = page.path("next").isNull() ? "" : page.path("next").asText();
        } while (!cursor.isEmpty());
        return codes;
    }
}
