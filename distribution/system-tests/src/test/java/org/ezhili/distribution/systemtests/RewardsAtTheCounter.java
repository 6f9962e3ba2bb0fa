package org.ezhili.distribution.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ezhili.distribution.systemtests.InDistrict.granted;
import static org.ezhili.distribution.systemtests.InDistrict.refused;
import static org.ezhili.distribution.systemtests.Person.COMMUNITY;
import static org.ezhili.distribution.systemtests.Person.DEPARTMENT;
import static org.ezhili.distribution.systemtests.Person.RESIDENT;
import static org.ezhili.distribution.systemtests.Person.STREET_EAST;
import static org.ezhili.distribution.systemtests.Person.STREET_WEST;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Points become vouchers, vouchers are handed over, given back, waited for. */
interface RewardsAtTheCounter extends InDistrict {

    String POINTS = "/api/points/v1";

    @Test
    default void a_resident_shows_a_voucher_and_the_counter_hands_over_once() throws Exception {
        giveThirty(RESIDENT);
        JsonNode rice = offered("goods", 5, 0);
        long before = available(RESIDENT);
        JsonNode voucher = granted(redeem(RESIDENT, rice, "a"), 201).json();
        assertThat(redeem(RESIDENT, rice, "a").text("id"))
                .isEqualTo(voucher.path("id").asText());
        assertThat(available(RESIDENT)).isEqualTo(before - 10);
        String pass = granted(act(RESIDENT, voucher, "pass"), 200).text("pass");
        assertThat(isSignedHere(pass)).isTrue();
        refused(act(RESIDENT, voucher, "cancellation"), 409, "voucher-shown");
        refused(collect(STREET_WEST, "pass", pass), 404, "not-found");
        refused(collect(COMMUNITY, "pass", pass.replace("EZV1.e", "EZV1.f")), 404, "not-found");
        assertThat(granted(collect(COMMUNITY, "pass", pass), 200).text("state")).isEqualTo("collected");
        refused(collect(COMMUNITY, "code", voucher.path("code").asText()), 409, "voucher-ended");
        assertThat(available(RESIDENT)).isEqualTo(before - 10);
    }

    /** As a counter does that has no line. */
    private boolean isSignedHere(String pass) throws Exception {
        String key = granted(as(COMMUNITY).get(POINTS + "/counter/key"), 200).text("publicKey");
        String[] parts = pass.split("\\.");
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key))));
        signature.update(Base64.getUrlDecoder().decode(parts[1]));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }

    @Test
    default void the_last_ones_are_sold_once_to_the_fastest() throws Exception {
        for (int i = 0; i < 3; i++) {
            giveThirty(RESIDENT);
        }
        JsonNode course = offered("course", 5, 0);
        ExecutorService people = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Integer>> wishes =
                    Collections.nCopies(40, () -> redeem(RESIDENT, course, null).status());
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : people.invokeAll(wishes)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsOnly(201, 409);
            assertThat(Collections.frequency(answers, 201)).isEqualTo(5);
        } finally {
            people.shutdownNow();
        }
        refused(redeem(DEPARTMENT, course, null), 409, "sold-out");
    }

    @Test
    default void a_seat_given_back_goes_to_who_waits_for_it_and_their_calendars_say_so() {
        giveThirty(RESIDENT);
        giveThirty(Person.WORKER);
        JsonNode course = offered("course", 1, 1);
        JsonNode seat = granted(redeem(RESIDENT, course, null), 201).json();
        String place = POINTS + "/waiting/" + course.path("id").asText();
        assertThat(granted(as(Person.WORKER).put(place, ""), 200)
                        .json()
                        .path("place")
                        .asInt())
                .isEqualTo(1);
        String calendar = POINTS + "/vouchers/" + seat.path("id").asText() + "/calendar";
        Answer confirmed = granted(as(RESIDENT).get(calendar), 200);
        assertThat(confirmed.header("Content-Type")).startsWith("text/calendar");
        assertThat(text(confirmed)).contains("STATUS:CONFIRMED").contains("SUMMARY:书法");
        assertThat(granted(act(RESIDENT, seat, "cancellation"), 200).text("state"))
                .isEqualTo("cancelled");
        assertThat(text(as(RESIDENT).get(calendar))).contains("STATUS:CANCELLED");
        assertThat(granted(as(Person.WORKER).get(POINTS + "/vouchers?state=held"), 200)
                        .json()
                        .path("items")
                        .findValuesAsText("reward"))
                .contains(course.path("id").asText());
    }

    @Test
    default void a_month_of_points_is_on_screen_and_on_paper() {
        giveThirty(RESIDENT);
        String month = POINTS + "/account/statements/" + YearMonth.now(ZoneId.of("Asia/Shanghai"));
        assertThat(granted(as(RESIDENT).get(month), 200).json().path("closing").asLong())
                .isEqualTo(available(RESIDENT));
        Answer paper = granted(as(RESIDENT).get(month + "/pdf"), 200);
        assertThat(paper.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(text(paper)).startsWith("%PDF-");
    }

    @Test
    default void a_street_that_does_without_points_has_no_shop() {
        JsonNode rice = offered("goods", 5, 0);
        String path = POINTS + "/rewards/" + rice.path("id").asText();
        String switchEast = PLATFORM + "/streets/" + EAST + "/modules/points";
        granted(as(STREET_EAST).put(switchEast, Json.of("enabled", false)), 200);
        try {
            refused(as(RESIDENT).get(path), 403, "module-off");
            refused(as(COMMUNITY).get(POINTS + "/rewards"), 403, "module-off");
            assertThat(granted(as(RESIDENT).get(POINTS + "/rewards"), 200)
                            .json()
                            .path("items")
                            .findValuesAsText("id"))
                    .doesNotContain(rice.path("id").asText());
        } finally {
            granted(as(Person.IT).put(switchEast, Json.of("enabled", true)), 200);
        }
        granted(as(RESIDENT).get(path), 200);
    }

    @Test
    default void a_draft_that_makes_no_sense_is_refused_by_field() {
        for (Map.Entry<String, Object> wrong : List.<Map.Entry<String, Object>>of(
                Map.entry("price", 0),
                Map.entry("stock", -1),
                Map.entry("kind", "toys"),
                Map.entry("title", " "),
                Map.entry("opensAt", "tomorrow"),
                Map.entry("picture", "../../etc"),
                Map.entry("perPerson", 1_001),
                Map.entry("nobodyKnows", 1))) {
            Map<String, Object> draft = draft("goods", 1, 1);
            draft.put(wrong.getKey(), wrong.getValue());
            Answer answer = as(STREET_EAST).post(POINTS + "/rewards", Json.of(draft));
            assertThat(answer.status()).as(wrong + " " + answer).isEqualTo(400);
            assertThat(answer.json().path("errors").findValuesAsText("field"))
                    .as(wrong + " " + answer)
                    .contains(wrong.getKey());
        }
    }

    /** Thirty points of the east street, for an adopted suggestion. */
    private void giveThirty(Person to) {
        String street = POINTS + "/streets/" + EAST;
        String today =
                Instant.now().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate().toString();
        granted(as(STREET_EAST).put(street + "/budgets/" + today.substring(0, 4), Json.of("amount", 1_000_000)), 200);
        granted(
                as(STREET_EAST)
                        .post(
                                street + "/rules",
                                Json.of(
                                        "effectiveFrom",
                                        today,
                                        "lifeMonths",
                                        12,
                                        "dailyCap",
                                        0,
                                        "monthlyCap",
                                        0,
                                        "rules",
                                        List.of(Map.of(
                                                "kind",
                                                "suggestion",
                                                "points",
                                                30,
                                                "per",
                                                1,
                                                "dailyCap",
                                                0,
                                                "monthlyCap",
                                                0)))),
                201);
        Answer award = as(STREET_EAST)
                .post(street + "/occasions", Json.of("kind", "suggestion", "owner", to.account(), "quantity", 1));
        assertThat(granted(award, 200).json().path("points").asInt())
                .as(award.toString())
                .isEqualTo(30);
    }

    private long available(Person person) {
        return granted(as(person).get(POINTS + "/account"), 200)
                .json()
                .path("available")
                .asLong();
    }

    private static Map<String, Object> draft(String kind, int stock, int perPerson) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> draft = new LinkedHashMap<>();
        draft.put("area", EAST);
        draft.put("kind", kind);
        draft.put("title", "书法");
        draft.put("description", "周六上午");
        draft.put("price", 10);
        draft.put("stock", stock);
        draft.put("perPerson", perPerson);
        draft.put("opensAt", now.minusSeconds(60).toString());
        draft.put("closesAt", now.plus(5, ChronoUnit.DAYS).toString());
        draft.put("collectDays", 7);
        draft.put("offered", true);
        if (kind.equals("course")) {
            Instant start = now.plus(8, ChronoUnit.DAYS);
            draft.put(
                    "meetings",
                    List.of(Map.of(
                            "startsAt",
                            start.toString(),
                            "endsAt",
                            start.plusSeconds(5400).toString(),
                            "place",
                            "活动室")));
        }
        return draft;
    }

    private JsonNode offered(String kind, int stock, int perPerson) {
        return granted(as(STREET_EAST).post(POINTS + "/rewards", Json.of(draft(kind, stock, perPerson))), 201)
                .json();
    }

    private Answer redeem(Person person, JsonNode reward, String key) {
        Client client = key == null
                ? as(person)
                : as(person).with("Idempotency-Key", key + reward.path("id").asText());
        return client.post(
                POINTS + "/vouchers", Json.of("reward", reward.path("id").asText(), "price", 10));
    }

    private Answer act(Person person, JsonNode voucher, String verb) {
        return as(person).post(POINTS + "/vouchers/" + voucher.path("id").asText() + "/" + verb, "");
    }

    private Answer collect(Person person, String how, String what) {
        return as(person).post(POINTS + "/counter/collections", Json.of(how, what));
    }

    private static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
