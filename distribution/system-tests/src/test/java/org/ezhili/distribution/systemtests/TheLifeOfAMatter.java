package org.ezhili.distribution.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ezhili.distribution.systemtests.InDistrict.granted;
import static org.ezhili.distribution.systemtests.InDistrict.refused;
import static org.ezhili.distribution.systemtests.Person.COMMUNITY;
import static org.ezhili.distribution.systemtests.Person.DEPARTMENT;
import static org.ezhili.distribution.systemtests.Person.DISTRICT;
import static org.ezhili.distribution.systemtests.Person.RESIDENT;
import static org.ezhili.distribution.systemtests.Person.STREET_EAST;
import static org.ezhili.distribution.systemtests.Person.WORKER;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From report to close, and every way off that path. */
interface TheLifeOfAMatter extends InDistrict {

    @Test
    default void a_matter_goes_from_resident_to_community_to_worker_and_is_verified_and_closed() {
        Matter matter = reported(RESIDENT, GRID);
        assertThat(matter.state()).isEqualTo("reported");
        assertThat(matter.actions()).containsExactly("cancel");

        matter = matter.seenBy(as(COMMUNITY)).after(as(COMMUNITY), "accept");
        assertThat(matter.state()).isEqualTo("accepted");
        matter = matter.after(as(COMMUNITY), "dispatch", "handler", WORKER.account());
        assertThat(matter.state()).isEqualTo("dispatched");
        matter = matter.after(as(WORKER), "take");
        assertThat(matter.state()).isEqualTo("in-hand");
        matter = matter.after(as(WORKER), "hand-in", "note", "已更换灯泡");
        assertThat(matter.state()).isEqualTo("handled");
        matter = matter.after(as(COMMUNITY), "verify");
        assertThat(matter.state()).isEqualTo("verified");
        matter = matter.after(as(COMMUNITY), "close");

        assertThat(matter.state()).isEqualTo("closed");
        assertThat(matter.actions()).isEmpty();
        List<JsonNode> steps = matter.history(as(RESIDENT));
        assertThat(steps.stream().map(step -> step.path("action").asText()))
                .containsExactly("report", "accept", "dispatch", "take", "hand-in", "verify", "close");
        assertThat(steps.stream().map(step -> step.path("actor").asText()))
                .containsExactly(
                        RESIDENT.account(),
                        COMMUNITY.account(),
                        COMMUNITY.account(),
                        WORKER.account(),
                        WORKER.account(),
                        COMMUNITY.account(),
                        COMMUNITY.account());
        assertThat(steps.stream().map(step -> Instant.parse(step.path("at").asText())))
                .isSorted();
        assertThat(steps.get(4).path("note").asText()).isEqualTo("已更换灯泡");
    }

    @Test
    default void a_matter_is_raised_to_the_street_and_handled_by_a_department() {
        Matter matter = reported(RESIDENT, GRID)
                .after(as(COMMUNITY), "escalate", "reason", "社区无法处理")
                .seenBy(as(STREET_EAST));
        assertThat(matter.json().path("tier").asText()).isEqualTo("street");
        assertThat(matter.seenBy(as(COMMUNITY)).actions()).isEmpty();

        matter = matter.after(as(STREET_EAST), "dispatch", "handler", DEPARTMENT.account())
                .after(as(DEPARTMENT), "take")
                .after(as(DEPARTMENT), "hand-in", "note", "已修复")
                .after(as(STREET_EAST), "verify")
                .after(as(STREET_EAST), "close");

        assertThat(matter.state()).isEqualTo("closed");
    }

    @Test
    default void what_was_not_done_well_goes_back_to_its_handler() {
        Matter matter = handled().after(as(COMMUNITY), "rework", "reason", "灯仍然不亮");

        assertThat(matter.state()).isEqualTo("in-hand");
        assertThat(matter.json().path("handler").asText()).isEqualTo(WORKER.account());
        assertThat(matter.after(as(WORKER), "hand-in").state()).isEqualTo("handled");
    }

    @Test
    default void a_matter_is_transferred_to_another_handler() {
        Matter matter =
                dispatched().after(as(COMMUNITY), "transfer", "handler", DEPARTMENT.account(), "reason", "属城管职责");

        assertThat(matter.state()).isEqualTo("dispatched");
        assertThat(matter.seenBy(as(DEPARTMENT)).json().path("handler").asText())
                .isEqualTo(DEPARTMENT.account());
    }

    @Test
    default void a_handler_gives_back_what_is_not_theirs() {
        Matter matter = dispatched().after(as(WORKER), "transfer", "reason", "不在本网格");

        assertThat(matter.state()).isEqualTo("accepted");
        assertThat(matter.json().path("handler").asText()).isEmpty();
    }

    @Test
    default void a_report_is_rejected_with_a_reason() {
        Matter matter = reported(RESIDENT, GRID).after(as(COMMUNITY), "reject", "reason", "重复报事");

        assertThat(matter.state()).isEqualTo("rejected");
        assertThat(matter.history(as(RESIDENT)).get(1).path("reason").asText()).isEqualTo("重复报事");
    }

    @Test
    default void who_reported_it_takes_it_back() {
        assertThat(reported(RESIDENT, GRID).after(as(RESIDENT), "cancel").state())
                .isEqualTo("cancelled");
    }

    @Test
    default void what_was_raised_to_the_district_is_decided_there() {
        Matter matter = reported(RESIDENT, GRID)
                .after(as(STREET_EAST), "escalate", "reason", "需区级协调")
                .after(as(DISTRICT), "dispatch", "handler", DEPARTMENT.account());

        assertThat(matter.state()).isEqualTo("dispatched");
        assertThat(matter.seenBy(as(STREET_EAST)).actions()).isEmpty();
    }

    @Test
    default void the_candidates_for_handling_can_be_asked_for() {
        JsonNode candidates = granted(as(COMMUNITY).get(reported(RESIDENT, GRID).path() + "/handlers"), 200)
                .json()
                .path("items");

        assertThat(candidates.findValuesAsText("account")).contains(WORKER.account(), DEPARTMENT.account());
    }

    @Test
    default void a_point_is_enough_to_say_where() {
        JsonNode centre =
                granted(as(RESIDENT).get(AREAS + "/areas/" + GRID), 200).json().path("centre");

        Matter matter = Matter.of(as(RESIDENT)
                .post(
                        MATTERS + "/matters",
                        Json.of(
                                "category",
                                CATEGORY,
                                "description",
                                "路灯不亮",
                                "lon",
                                centre.path("lon"),
                                "lat",
                                centre.path("lat"))));

        assertThat(matter.json().path("area").asText()).isEqualTo(GRID);
        assertThat(matter.json().path("areaName").asText()).isNotBlank();
    }

    @Test
    default void a_matter_has_a_deadline_from_its_category() {
        JsonNode matter = reported(RESIDENT, GRID).json();

        assertThat(Instant.parse(matter.path("dueAt").asText()))
                .isAfter(Instant.parse(matter.path("reportedAt").asText()));
        assertThat(matter.path("overdue").asBoolean()).isFalse();
    }

    @Test
    default void the_same_key_makes_one_matter_however_often_it_is_sent() {
        Client client = as(RESIDENT).with("Idempotency-Key", "once-" + System.nanoTime());
        String body = Json.of("category", CATEGORY, "description", "只报一次", "area", GRID);

        Matter first = Matter.of(client.post(MATTERS + "/matters", body));
        Matter second = Matter.of(granted(client.post(MATTERS + "/matters", body), 201));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(first.history(as(RESIDENT))).hasSize(1);
    }

    @Test
    default void the_same_key_with_another_report_is_a_mistake() {
        Client client = as(RESIDENT).with("Idempotency-Key", "once-" + System.nanoTime());
        granted(
                client.post(MATTERS + "/matters", Json.of("category", CATEGORY, "description", "一", "area", GRID)),
                201);

        refused(
                client.post(MATTERS + "/matters", Json.of("category", CATEGORY, "description", "二", "area", GRID)),
                422,
                "idempotency-key-reused");
    }

    private Matter dispatched() {
        return reported(RESIDENT, GRID)
                .after(as(COMMUNITY), "accept")
                .after(as(COMMUNITY), "dispatch", "handler", WORKER.account());
    }

    private Matter handled() {
        return dispatched().after(as(WORKER), "take").after(as(WORKER), "hand-in");
    }
}
