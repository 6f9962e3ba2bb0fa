package org.ezhili.distribution.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ezhili.distribution.systemtests.InDistrict.granted;
import static org.ezhili.distribution.systemtests.InDistrict.refused;
import static org.ezhili.distribution.systemtests.Person.IT;
import static org.ezhili.distribution.systemtests.Person.RESIDENT;
import static org.ezhili.distribution.systemtests.Person.STREET_EAST;
import static org.ezhili.distribution.systemtests.Person.STREET_WEST;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Which modules are there, and which a street has. */
interface SwitchingModules extends InDistrict {

    @Test
    default void the_modules_are_listed_with_titles_in_both_languages_and_their_health() {
        JsonNode items =
                granted(as(RESIDENT).get(PLATFORM + "/modules"), 200).json().path("items");

        assertThat(items.findValuesAsText("id")).contains("security", "platform", "grid", "matters");
        items.forEach(item -> {
            assertThat(item.at("/title/zh").asText()).isNotBlank();
            assertThat(item.at("/title/en").asText()).isNotBlank();
            assertThat(item.at("/health/well").asBoolean()).isTrue();
        });
    }

    @Test
    default void a_street_that_does_without_matters_is_left_alone_and_the_others_go_on() {
        String grid = gridInTheWest();
        Matter before = reported(RESIDENT, grid);
        granted(turn(STREET_WEST, WEST, "matters", false), 200);
        try {
            refused(as(STREET_WEST).get(MATTERS + "/matters"), 403, "module-off");
            refused(as(RESIDENT).post(MATTERS + "/matters", report(grid)), 403, "module-off");
            refused(before.tried(as(Person.DISTRICT), "accept"), 403, "module-off");
            granted(as(STREET_EAST).get(MATTERS + "/matters"), 200);
            assertThat(reported(RESIDENT, GRID).state()).isEqualTo("reported");
            assertThat(isOn("matters", WEST)).isFalse();
            assertThat(isOn("matters", EAST)).isTrue();
        } finally {
            granted(turn(IT, WEST, "matters", true), 200);
        }
        assertThat(before.seenBy(as(STREET_WEST))
                        .after(as(STREET_WEST), "accept")
                        .state())
                .isEqualTo("accepted");
    }

    @Test
    default void what_is_off_for_a_street_is_not_seen_by_the_district_either_and_is_there_again_later() {
        String grid = gridInTheWest();
        Matter before = reported(RESIDENT, grid);
        String ofTheWest = MATTERS + "/matters?area=" + WEST;
        granted(turn(IT, WEST, "matters", false), 200);
        try {
            refused(as(Person.DISTRICT).get(ofTheWest), 403, "module-off");
            refused(as(Person.DISTRICT).get(MATTERS + "/matters/" + before.id()), 403, "module-off");
            refused(as(RESIDENT).get(MATTERS + "/matters/" + before.id()), 403, "module-off");
            as(Person.DISTRICT)
                    .get(MATTERS + "/matters?limit=200")
                    .json()
                    .path("items")
                    .forEach(item -> assertThat(item.path("area").asText()).doesNotStartWith(WEST));
        } finally {
            granted(turn(IT, WEST, "matters", true), 200);
        }
        assertThat(granted(as(Person.DISTRICT).get(ofTheWest), 200).json().path("items"))
                .isNotEmpty();
    }

    @Test
    default void the_core_cannot_be_switched_off() {
        refused(turn(IT, EAST, "grid", false), 409, "module-core");
        refused(turn(IT, EAST, "security", false), 409, "module-core");
    }

    @Test
    default void a_street_office_does_not_switch_for_another_street() {
        refused(turn(STREET_EAST, WEST, "matters", false), 404, "not-found");
        assertThat(isOn("matters", WEST)).isTrue();
    }

    @Test
    default void an_unknown_street_or_module_is_not_found() {
        refused(turn(IT, "340603099", "matters", false), 404, "not-found");
        refused(turn(IT, "340603", "matters", false), 404, "not-found");
        refused(turn(IT, EAST, "teleport", false), 404, "not-found");
    }

    @Test
    default void a_switch_is_turned_to_true_or_false_and_nothing_else() {
        for (String body : new String[] {"{}", "{\"enabled\":\"yes\"}", "{\"enabled\":null}", "{\"on\":true}", "[]"}) {
            Answer answer = as(IT).put(PLATFORM + "/streets/" + EAST + "/modules/matters", body);
            assertThat(answer.status()).as(body + " " + answer).isEqualTo(400);
        }
    }

    private Answer turn(Person person, String street, String module, boolean on) {
        return as(person).put(PLATFORM + "/streets/" + street + "/modules/" + module, Json.of("enabled", on));
    }

    private boolean isOn(String module, String street) {
        JsonNode items = granted(as(IT).get(PLATFORM + "/streets"), 200).json().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path("code").asText().equals(street))
                .map(item -> item.path("modules").path(module).asBoolean())
                .findFirst()
                .orElseThrow();
    }

    private static String report(String area) {
        return Json.of("category", CATEGORY, "description", "路灯不亮", "area", area);
    }
}
