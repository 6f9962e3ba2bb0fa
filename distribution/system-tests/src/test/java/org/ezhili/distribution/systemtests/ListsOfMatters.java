package org.ezhili.distribution.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ezhili.distribution.systemtests.InDistrict.granted;
import static org.ezhili.distribution.systemtests.InDistrict.refused;
import static org.ezhili.distribution.systemtests.Person.COMMUNITY;
import static org.ezhili.distribution.systemtests.Person.DEPARTMENT;
import static org.ezhili.distribution.systemtests.Person.DISTRICT;
import static org.ezhili.distribution.systemtests.Person.RESIDENT;
import static org.ezhili.distribution.systemtests.Person.STREET_EAST;
import static org.ezhili.distribution.systemtests.Person.STREET_WEST;
import static org.ezhili.distribution.systemtests.Person.WORKER;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inboxes, filters, pages, counters, and the catalogue. */
interface ListsOfMatters extends InDistrict {

    @Test
    default void a_list_page_by_page_holds_every_matter_once() {
        List<String> whole = ids(DISTRICT, "limit=200");

        assertThat(whole).hasSizeGreaterThan(50).doesNotHaveDuplicates();
        assertThat(ids(DISTRICT, "limit=7")).isEqualTo(whole);
    }

    @Test
    default void each_office_sees_its_own_area() {
        String east = reported(RESIDENT, GRID).id();
        String west = reported(RESIDENT, gridInTheWest()).id();

        assertThat(ids(STREET_EAST, "limit=200")).contains(east).doesNotContain(west);
        assertThat(ids(STREET_WEST, "limit=200")).contains(west).doesNotContain(east);
        assertThat(ids(DISTRICT, "limit=200")).contains(west, east);
        assertThat(ids(COMMUNITY, "limit=200")).contains(east).doesNotContain(west);
        assertThat(ids(DEPARTMENT, "limit=200")).doesNotContain(west, east);
    }

    @Test
    default void a_department_sees_what_was_dispatched_to_it() {
        Matter matter = reported(RESIDENT, GRID)
                .after(as(COMMUNITY), "accept")
                .after(as(COMMUNITY), "dispatch", "handler", DEPARTMENT.account());

        assertThat(ids(DEPARTMENT, "mine=handling")).contains(matter.id());
        assertThat(ids(DISTRICT, "handler=dept.citymgmt&limit=200")).contains(matter.id());
        granted(as(DEPARTMENT).get(matter.path()), 200);
    }

    @Test
    default void a_resident_sees_what_they_reported() {
        String mine = reported(RESIDENT, GRID).id();

        assertThat(ids(RESIDENT, "mine=reported&limit=200")).contains(mine);
    }

    @Test
    default void a_list_is_narrowed_by_state_category_and_area() {
        Matter matter = reported(RESIDENT, GRID).after(as(COMMUNITY), "accept");

        assertThat(ids(STREET_EAST, "state=accepted&category=" + CATEGORY + "&area=" + GRID + "&limit=200"))
                .contains(matter.id());
        assertThat(ids(STREET_EAST, "state=closed&limit=200")).doesNotContain(matter.id());
        assertThat(ids(STREET_EAST, "category=C0104&limit=200")).doesNotContain(matter.id());
        assertThat(ids(WORKER, "state=accepted&overdue=false&limit=200")).contains(matter.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=exploded",
                "limit=0",
                "limit=-1",
                "limit=201",
                "limit=abc",
                "cursor=%27",
                "mine=everything",
                "overdue=perhaps",
                "area=abc"
            })
    default void a_filter_that_means_nothing_is_a_bad_request(String query) {
        Answer answer = as(DISTRICT).get(MATTERS + "/matters?" + query);

        refused(answer, 400, "bad-request");
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    default void asking_for_another_streets_list_is_not_found() {
        refused(as(STREET_WEST).get(MATTERS + "/matters?area=" + GRID), 404, "not-found");
        refused(as(STREET_WEST).get(MATTERS + "/counters?area=" + EAST), 404, "not-found");
    }

    @Test
    default void there_is_no_matter_of_an_id_that_is_none() {
        for (String id : List.of("1", "abc", "-1", "99999999999999999999", "%27%20OR%201=1")) {
            refused(as(DISTRICT).get(MATTERS + "/matters/" + id), 404, "not-found");
        }
    }

    @Test
    default void the_counters_follow_what_is_reported() {
        long before = counted(COMMUNITY, "reported");
        long mine = counters(WORKER).path("mine").asLong();

        Matter matter = reported(RESIDENT, GRID);
        assertThat(counted(COMMUNITY, "reported")).isEqualTo(before + 1);
        matter.after(as(COMMUNITY), "accept").after(as(COMMUNITY), "dispatch", "handler", WORKER.account());

        assertThat(counted(COMMUNITY, "reported")).isEqualTo(before);
        assertThat(counters(WORKER).path("mine").asLong()).isEqualTo(mine + 1);
    }

    @Test
    default void the_catalogue_has_majors_and_kinds_with_limits_in_both_languages() {
        JsonNode items =
                granted(as(RESIDENT).get(MATTERS + "/categories"), 200).json().path("items");

        assertThat(items.findValuesAsText("code")).contains("C01", CATEGORY).doesNotHaveDuplicates();
        items.forEach(item -> {
            assertThat(item.at("/name/zh").asText()).isNotBlank();
            assertThat(item.at("/name/en").asText()).isNotBlank();
        });
        assertThat(items).anyMatch(item -> item.path("limit").path("amount").asInt() > 0);
    }

    private JsonNode counters(Person person) {
        return granted(as(person).get(MATTERS + "/counters"), 200).json();
    }

    private long counted(Person person, String state) {
        return counters(person).path("states").path(state).asLong();
    }

    private List<String> ids(Person person, String query) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = granted(as(person).get(MATTERS + "/matters?" + query + "&cursor=" + cursor), 200)
                    .json();
            page.path("items").forEach(item -> ids.add(item.path("id").asText()));
            cursor = page.path("next").isNull() ? "" : page.path("next").asText();
        } while (!cursor.isEmpty());
        return ids;
    }
}
