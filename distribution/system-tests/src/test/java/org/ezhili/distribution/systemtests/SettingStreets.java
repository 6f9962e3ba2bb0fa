package org.ezhili.distribution.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ezhili.distribution.systemtests.InDistrict.granted;
import static org.ezhili.distribution.systemtests.InDistrict.refused;
import static org.ezhili.distribution.systemtests.Person.COMMUNITY;
import static org.ezhili.distribution.systemtests.Person.DISTRICT;
import static org.ezhili.distribution.systemtests.Person.IT;
import static org.ezhili.distribution.systemtests.Person.RESIDENT;
import static org.ezhili.distribution.systemtests.Person.STREET_EAST;
import static org.ezhili.distribution.systemtests.Person.STREET_WEST;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a street has set for a module: for itself alone, in versions, with the district's beneath; and its own look. */
interface SettingStreets extends InDistrict {

    @Test
    default void a_street_wants_a_photo_with_each_report_and_another_one_does_not() {
        set(STREET_EAST, EAST, "matters", Map.of("reportPhoto", true));
        try {
            Answer without = as(RESIDENT).post(MATTERS + "/matters", reportFrom(GRID));
            refused(without, 422, "photo-wanted");
            assertThat(reported(RESIDENT, gridInTheWest()).state()).isEqualTo("reported");
        } finally {
            set(STREET_EAST, EAST, "matters", Map.of());
        }
        assertThat(reported(RESIDENT, GRID).state()).isEqualTo("reported");
    }

    @Test
    default void the_district_s_value_holds_where_a_street_has_none_of_its_own() {
        set(IT, "340603", "matters", Map.of("limitPercent", 50));
        try {
            assertThat(sheet(STREET_WEST, WEST, "matters")
                            .at("/inherited/limitPercent")
                            .asInt())
                    .isEqualTo(50);
            set(STREET_WEST, WEST, "matters", Map.of("limitPercent", 80));
            assertThat(sheet(STREET_WEST, WEST, "matters")
                            .at("/values/limitPercent")
                            .asInt())
                    .isEqualTo(80);
        } finally {
            set(STREET_WEST, WEST, "matters", Map.of());
            set(IT, "340603", "matters", Map.of());
        }
    }

    @Test
    default void of_two_who_change_the_same_one_is_told_that_the_other_was_first() {
        int seen = sheet(IT, EAST, "grid").path("version").asInt();
        granted(put(IT, EAST, "grid", seen, Map.of("phone", "0561-110")), 200);
        refused(put(STREET_EAST, EAST, "grid", seen, Map.of("phone", "0561-120")), 409, "settings-stale");
        Client matching = as(STREET_EAST).with("If-Match", "\"" + seen + "\"");
        refused(
                matching.put(address(EAST, "grid"), Json.of("values", Map.of("phone", "0561-120"))),
                409,
                "settings-stale");
        granted(put(STREET_EAST, EAST, "grid", seen + 1, Map.of("phone", "0561-120")), 200);
    }

    @Test
    default void each_version_is_kept_with_who_set_it_and_an_earlier_one_can_be_taken_again() {
        set(IT, WEST, "grid", Map.of("phone", "0561-1"));
        int first = sheet(IT, WEST, "grid").path("version").asInt();
        set(STREET_WEST, WEST, "grid", Map.of("phone", "0561-2"));
        Answer back = as(IT).post(address(WEST, "grid") + "/revert", Json.of("to", first, "version", first + 1));
        assertThat(granted(back, 200).json().at("/values/phone").asText()).isEqualTo("0561-1");

        JsonNode history = granted(as(IT).get(address(WEST, "grid") + "/history?limit=3"), 200)
                .json()
                .path("items");

        assertThat(history.findValuesAsText("version")).containsExactly("" + (first + 2), "" + (first + 1), "" + first);
        assertThat(history.findValuesAsText("by")).containsExactly("it", "street.west", "it");
        assertThat(history.get(0).path("wentBackTo").asInt()).isEqualTo(first);
        assertThat(history.get(0).path("byName").asText()).isNotBlank();
        JsonNode audited = as(IT).get(SECURITY + "/audit?action=platform.settings&area=" + WEST + "&limit=1")
                .json()
                .at("/items/0");
        assertThat(audited.path("subject").asText()).isEqualTo("grid " + (first + 2));
        assertThat(audited.path("outcome").asText()).isEqualTo("back-to-" + first);
    }

    @Test
    default void what_does_not_fit_is_refused_by_name_and_changes_nothing() {
        int seen = sheet(IT, EAST, "matters").path("version").asInt();
        for (Map<String, ?> values : List.of(
                Map.of("limitPercent", 0),
                Map.of("limitPercent", 101),
                Map.of("limitPercent", "50"),
                Map.of("limitPercent", 50.5),
                Map.of("reportPhoto", "yes"),
                Map.of("reportPhoto", List.of(true)),
                Map.of("shoeSize", 43))) {
            Answer answer = put(IT, EAST, "matters", seen, values);
            assertThat(answer.status()).as(values + " " + answer).isEqualTo(400);
            assertThat(answer.json().at("/errors/0/field").asText()).startsWith("values.");
        }
        for (String body : new String[] {
            "{}", "[]", "{\"values\":{}}", "{\"values\":7,\"version\":0}", "{\"values\":{},\"version\":-1}"
        }) {
            assertThat(as(IT).put(address(EAST, "matters"), body).status())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(as(IT).with("If-Match", "W/\"x\"")
                        .put(address(EAST, "matters"), "{\"values\":{}}")
                        .status())
                .isEqualTo(400);
        refused(as(IT).get(address(EAST, "teleport")), 404, "not-found");
        refused(as(IT).get(address("340603099", "matters")), 404, "not-found");
        refused(as(IT).get(address(GRID, "matters")), 404, "not-found");
        assertThat(sheet(IT, EAST, "matters").path("version").asInt()).isEqualTo(seen);
    }

    @Test
    default void a_street_s_name_logo_and_colour_are_seen_by_its_people_and_by_no_others() {
        byte[] picture = Photos.picture("png", 600, 200);
        Answer sent =
                granted(as(STREET_EAST).post(PLATFORM + "/streets/" + EAST + "/pictures", "image/png", picture), 201);
        assertThat(sent.json().path("width").asInt()).isEqualTo(480);
        set(STREET_EAST, EAST, "platform", Map.of("name", "东街道网格通", "colour", "#7a1f1f", "logo", sent.text("id")));
        try {
            JsonNode look = granted(as(COMMUNITY).get(PLATFORM + "/look"), 200).json();
            assertThat(look.path("name").asText()).isEqualTo("东街道网格通");
            assertThat(look.path("colour").asText()).isEqualTo("#7a1f1f");
            Answer logo = granted(as(COMMUNITY).get(look.path("logo").asText()), 200);
            assertThat(logo.header("Content-Type")).isEqualTo("image/png");
            for (Person other : List.of(STREET_WEST, DISTRICT, IT, RESIDENT)) {
                assertThat(as(other).get(PLATFORM + "/look").json().path("name").isNull())
                        .as(other.toString())
                        .isTrue();
            }
            refused(put(STREET_WEST, WEST, "platform", 0, Map.of("logo", sent.text("id"))), 400, "bad-request");
        } finally {
            set(STREET_EAST, EAST, "platform", Map.of());
        }
    }

    @Test
    default void a_colour_that_cannot_be_read_and_a_picture_that_is_none_are_refused() {
        int seen = sheet(STREET_EAST, EAST, "platform").path("version").asInt();
        for (String colour : List.of("#ffff00", "#777777", "red", "#12345", "#0b57a4;}", "url(x)")) {
            assertThat(put(STREET_EAST, EAST, "platform", seen, Map.of("colour", colour))
                            .status())
                    .as(colour)
                    .isEqualTo(400);
        }
        String pictures = PLATFORM + "/streets/" + EAST + "/pictures";
        byte[] drawing = "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>".getBytes(StandardCharsets.UTF_8);
        refused(as(STREET_EAST).post(pictures, "image/png", drawing), 415, "picture-type");
        refused(as(STREET_EAST).post(pictures, "image/svg+xml", drawing), 415, "media-type");
        refused(as(STREET_EAST).post(pictures, "image/png", new byte[3 << 20]), 413, "picture-bytes");
        refused(as(STREET_EAST).post(pictures, "image/png", Photos.picture("png", 8, 8)), 422, "picture-too-small");
        refused(as(STREET_EAST).get(PLATFORM + "/pictures/nothing"), 404, "not-found");
    }

    private static String address(String area, String module) {
        return PLATFORM + "/streets/" + area + "/settings/" + module;
    }

    private JsonNode sheet(Person person, String area, String module) {
        return granted(as(person).get(address(area, module)), 200).json();
    }

    private Answer put(Person person, String area, String module, int seen, Map<String, ?> values) {
        return as(person).put(address(area, module), Json.of("values", values, "version", seen));
    }

    private void set(Person person, String area, String module, Map<String, ?> values) {
        int seen = sheet(person, area, module).path("version").asInt();
        granted(put(person, area, module, seen, values), 200);
    }

    private static String reportFrom(String area) {
        return Json.of("category", CATEGORY, "description", "路灯不亮", "area", area);
    }
}
