package org.ezhili.distribution.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ezhili.distribution.systemtests.InDistrict.granted;
import static org.ezhili.distribution.systemtests.InDistrict.refused;
import static org.ezhili.distribution.systemtests.Person.COMMUNITY;
import static org.ezhili.distribution.systemtests.Person.DEPARTMENT;
import static org.ezhili.distribution.systemtests.Person.IT;
import static org.ezhili.distribution.systemtests.Person.RESIDENT;
import static org.ezhili.distribution.systemtests.Person.STREET_EAST;
import static org.ezhili.distribution.systemtests.Person.STREET_WEST;
import static org.ezhili.distribution.systemtests.Person.WORKER;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports and actions that are malformed, mean nothing here, come too late or from the wrong person. */
interface WhatAMatterRefuses extends InDistrict {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "",
                "null",
                "[]",
                "\"text\"",
                "{\"category\":\"C0103\",}",
                "{} {}",
                "{\"category\":\"C0103\"",
                "\u0000"
            })
    default void a_body_that_is_not_the_json_of_a_report_is_a_bad_request(String body) {
        assertThat(as(RESIDENT).post(MATTERS + "/matters", body).status()).isEqualTo(400);
    }

    @Test
    default void malformed_json_is_told_with_its_line_and_column_in_the_callers_language() {
        String body = "{\n  \"category\": oops\n}";

        Answer chinese = as(RESIDENT).post(MATTERS + "/matters", body);
        Answer english = as(RESIDENT).with("Accept-Language", "en").post(MATTERS + "/matters", body);

        refused(chinese, 400, "malformed-json");
        assertThat(chinese.text("detail")).contains("2").isNotEqualTo(english.text("detail"));
        assertThat(english.text("title")).matches("[\\x20-\\x7e]+");
    }

    @Test
    default void an_unknown_field_is_refused_by_its_name() {
        fieldAtFault(
                report("{'category':'C0103','description':'x','area':'" + GRID + "','colour':'red'}"),
                "colour",
                "unknown-field");
    }

    @Test
    default void a_value_of_the_wrong_type_is_refused_by_its_field() {
        fieldAtFault(
                report("{'category':'C0103','description':['x'],'area':'" + GRID + "'}"), "description", "wrong-type");
        fieldAtFault(report("{'category':'C0103','description':'x','lon':'here','lat':1}"), "lon", "wrong-type");
        fieldAtFault(
                report("{'category':'C0103','description':'x','area':'" + GRID + "','photos':'1'}"),
                "photos",
                "wrong-type");
    }

    @Test
    default void what_is_missing_or_blank_or_too_long_is_named() {
        fieldAtFault(report("{'category':'C0103','area':'" + GRID + "'}"), "description", "not-blank");
        fieldAtFault(
                report("{'category':'C0103','description':'   ','area':'" + GRID + "'}"), "description", "not-blank");
        fieldAtFault(
                report("{'category':'C0103','description':'" + "长".repeat(2001) + "','area':'" + GRID + "'}"),
                "description",
                "size");
        assertThat(report("{'category':'C0103','description':'x'}").status()).isIn(400, 422);
    }

    @Test
    default void a_category_that_is_not_there_is_unprocessable() {
        refused(report("{'category':'Z9999','description':'x','area':'" + GRID + "'}"), 422, "unknown-category");
    }

    @Test
    default void an_area_that_is_not_there_is_unprocessable() {
        refused(report("{'category':'C0103','description':'x','area':'340603099'}"), 422, "unknown-area");
        refused(report("{'category':'C0103','description':'x','area':'../etc'}"), 422, "unknown-area");
    }

    @Test
    default void a_point_outside_the_district_is_unprocessable() {
        refused(report("{'category':'C0103','description':'x','lon':121.5,'lat':31.2}"), 422, "outside-district");
    }

    @Test
    default void a_photo_that_nobody_uploaded_is_unprocessable() {
        assertThat(report("{'category':'C0103','description':'x','area':'" + GRID + "','photos':['1']}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    default void a_report_from_outside_ones_own_area_is_forbidden() {
        String body = Json.of("category", CATEGORY, "description", "x", "area", gridInTheWest());

        refused(as(WORKER).post(MATTERS + "/matters", body), 403, "forbidden");
        refused(as(IT).post(MATTERS + "/matters", body), 403, "forbidden");
    }

    @Test
    default void a_key_that_is_too_long_or_invisible_is_refused() {
        String body = Json.of("category", CATEGORY, "description", "x", "area", GRID);

        assertThat(as(RESIDENT)
                        .with("Idempotency-Key", "k".repeat(101))
                        .post(MATTERS + "/matters", body)
                        .status())
                .isEqualTo(400);
        assertThat(as(RESIDENT)
                        .with("Idempotency-Key", "a b")
                        .post(MATTERS + "/matters", body)
                        .status())
                .isEqualTo(400);
    }

    @Test
    default void ten_megabytes_of_json_are_too_much() {
        byte[] body = new byte[10 << 20];
        Arrays.fill(body, (byte) ' ');

        refused(as(RESIDENT).post(MATTERS + "/matters", "application/json", body), 413, "body-too-large");
    }

    @Test
    default void ten_megabytes_of_json_of_untold_length_are_too_much() {
        byte[] body = ("{\"category\":\"" + "x".repeat(10 << 20) + "\"}").getBytes(StandardCharsets.UTF_8);

        Answer answer = as(RESIDENT)
                .with("Content-Type", "application/json")
                .send("POST", MATTERS + "/matters", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

        refused(answer, 413, "body-too-large");
    }

    @Test
    default void an_action_that_the_state_does_not_allow_is_a_conflict() {
        Matter matter = reported(RESIDENT, GRID);

        refused(matter.tried(as(COMMUNITY), "verify"), 409, "action-not-open");
        refused(matter.tried(as(COMMUNITY), "close"), 409, "action-not-open");
    }

    @Test
    default void an_action_of_another_role_is_forbidden() {
        Matter matter = reported(RESIDENT, GRID);

        refused(matter.tried(as(RESIDENT), "accept"), 403, "action-forbidden");
        refused(matter.tried(as(WORKER), "dispatch", "handler", WORKER.account()), 403, "action-forbidden");
    }

    @Test
    default void a_stale_version_is_a_conflict_and_changes_nothing() {
        Matter matter = reported(RESIDENT, GRID);
        Matter accepted = matter.after(as(COMMUNITY), "accept");

        refused(matter.tried(as(COMMUNITY), "reject", "reason", "x"), 409, "stale-version");

        assertThat(accepted.seenBy(as(COMMUNITY)).json()).isEqualTo(accepted.json());
    }

    @Test
    default void an_action_without_what_it_needs_is_incomplete() {
        Matter matter = reported(RESIDENT, GRID);

        refused(matter.tried(as(COMMUNITY), "reject"), 422, "action-incomplete");
        refused(matter.after(as(COMMUNITY), "accept").tried(as(COMMUNITY), "dispatch"), 422, "action-incomplete");
    }

    @Test
    default void an_unknown_action_or_version_is_a_bad_request() {
        Matter matter = reported(RESIDENT, GRID);

        fieldAtFault(matter.tried(as(COMMUNITY), "explode"), "action", "unknown-action");
        fieldAtFault(matter.tried(as(COMMUNITY), 0, "accept"), "version", "min");
    }

    @Test
    default void nobody_is_given_work_who_does_not_handle_any_there() {
        Matter matter = reported(RESIDENT, GRID).after(as(COMMUNITY), "accept");

        for (String handler : new String[] {"resident", "it", "street.west", "nobody.here"}) {
            refused(matter.tried(as(COMMUNITY), "dispatch", "handler", handler), 422, "handler-unfit");
        }
    }

    @Test
    default void who_handled_a_matter_does_not_verify_it() {
        Matter matter = reported(RESIDENT, GRID)
                .after(as(STREET_EAST), "accept")
                .after(as(STREET_EAST), "dispatch", "handler", COMMUNITY.account())
                .after(as(COMMUNITY), "take")
                .after(as(COMMUNITY), "hand-in");

        refused(matter.tried(as(COMMUNITY), "verify"), 403, "own-handling");
        assertThat(matter.seenBy(as(COMMUNITY)).actions()).doesNotContain("verify", "rework");
    }

    @Test
    default void another_streets_matter_is_not_there_and_the_look_at_it_is_on_record() {
        Matter matter = reported(RESIDENT, GRID);

        refused(as(STREET_WEST).get(matter.path()), 404, "not-found");
        refused(matter.tried(as(STREET_WEST), "accept"), 404, "not-found");
        refused(as(DEPARTMENT).get(matter.path()), 404, "not-found");

        JsonNode lines = granted(as(IT).get(SECURITY + "/audit?account=street.west&limit=200"), 200)
                .json()
                .path("items");
        assertThat(StreamSupport.stream(lines.spliterator(), false)
                        .filter(line -> line.path("subject").asText().equals(matter.id()))
                        .filter(line -> line.path("outcome").asText().equals("foreign-area"))
                        .map(line -> line.path("action").asText()))
                .containsExactlyInAnyOrder("matters.read", "matters.act");
    }

    private Answer report(String body) {
        return as(RESIDENT).post(MATTERS + "/matters", body.replace('\'', '"'));
    }

    private static void fieldAtFault(Answer answer, String field, String code) {
        refused(answer, 400, "bad-request");
        assertThat(answer.json().path("errors").findValuesAsText("field"))
                .as(answer.toString())
                .contains(field);
        assertThat(answer.json().path("errors").findValuesAsText("code"))
                .as(answer.toString())
                .contains(code);
        assertThat(answer.json().at("/errors/0/detail").asText()).isNotBlank();
    }
}
