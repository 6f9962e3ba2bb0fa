package org.ezhili.distribution.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.ezhili.distribution.systemtests.InDistrict.granted;
import static org.ezhili.distribution.systemtests.InDistrict.refused;
import static org.ezhili.distribution.systemtests.Person.COMMUNITY;
import static org.ezhili.distribution.systemtests.Person.DEPARTMENT;
import static org.ezhili.distribution.systemtests.Person.DISTRICT;
import static org.ezhili.distribution.systemtests.Person.IT;
import static org.ezhili.distribution.systemtests.Person.RESIDENT;
import static org.ezhili.distribution.systemtests.Person.STREET_EAST;
import static org.ezhili.distribution.systemtests.Person.STREET_WEST;
import static org.ezhili.distribution.systemtests.Person.WORKER;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** People apply, are approved, sign up, check in and out; what is odd about it is refused or found. */
interface VolunteersAtWork extends InDistrict {

    String VOLUNTEERING = "/api/points/v1";
    String NEIGHBOURS = "340603002001";
    double LON = 116.8;
    double LAT = 33.9;

    @Test
    default void a_resident_serves_by_phone_and_a_neighbour_sees_the_hours_before_they_count() {
        volunteer(RESIDENT);
        JsonNode activity = published(3, -100, 130);
        JsonNode signup = signedUp(RESIDENT, activity);
        assertThat(signup.path("state").asText()).isEqualTo("seated");
        JsonNode code =
                granted(as(COMMUNITY).get(path(activity) + "/code"), 200).json();
        assertThat(granted(present(RESIDENT, "check-ins", code.path("code").asText(), LAT), 200)
                        .text("state"))
                .isEqualTo("present");
        refused(present(RESIDENT, "check-outs", code.path("code").asText(), LAT), 409, "code-used");
        String typed = id(activity) + ":" + nextDigits(activity);
        JsonNode served =
                granted(present(RESIDENT, "check-outs", typed, LAT), 200).json();
        assertThat(served.path("state").asText()).isEqualTo("served");
        assertThat(Instant.parse(served.path("countsAt").asText()))
                .isAfter(Instant.now().plus(3, ChronoUnit.DAYS));
        JsonNode shown = hours(WORKER, signup);
        assertThat(shown.path("name").asText()).endsWith("**");
        assertThat(shown.path("title").asText()).isEqualTo("清扫广场");
        cancel(activity);
    }

    @Test
    default void the_same_check_in_a_hundred_times_at_once_is_one() throws Exception {
        volunteer(RESIDENT);
        JsonNode activity = published(3, -5, 90);
        signedUp(RESIDENT, activity);
        String code = code(activity);
        ExecutorService phones = Executors.newFixedThreadPool(20);
        try {
            Callable<Answer> checkIn = () -> present(RESIDENT, "check-ins", code, LAT);
            List<Future<Answer>> answers = phones.invokeAll(Collections.nCopies(100, checkIn));
            String first = answers.get(0).get().text("checkedInAt");
            for (Future<Answer> answer : answers) {
                assertThat(granted(answer.get(), 200).text("checkedInAt")).isEqualTo(first);
            }
        } finally {
            phones.shutdownNow();
        }
        cancel(activity);
    }

    @Test
    default void a_code_altered_of_another_activity_or_sent_from_afar_checks_nobody_in() {
        volunteer(RESIDENT);
        JsonNode activity = published(3, -5, 90);
        JsonNode other = published(3, -5, 90);
        signedUp(RESIDENT, activity);
        String code = code(activity);
        String altered = code.substring(0, 30) + (code.charAt(30) == 'A' ? 'B' : 'A') + code.substring(31);
        refused(present(RESIDENT, "check-ins", altered, LAT), 422, "code-not-good");
        refused(present(RESIDENT, "check-ins", "", LAT), 422, "code-not-good");
        refused(present(RESIDENT, "check-ins", id(activity) + ":00000000x", LAT), 422, "code-not-good");
        refused(present(RESIDENT, "check-ins", code(other), LAT), 422, "no-shift-now");
        refused(present(RESIDENT, "check-ins", code, LAT + 0.018), 422, "outside-fence");
        refused(present(DEPARTMENT, "check-ins", code, LAT), 422, "no-shift-now");
        refused(
                as(RESIDENT)
                        .post(
                                VOLUNTEERING + "/check-ins",
                                Json.of("code", code, "lon", LON, "lat", LAT, "at", "2020-01-01T00:00:00Z")),
                400,
                "bad-request");
        refused(present(RESIDENT, "check-outs", code, LAT), 409, "signup-state");
        granted(present(RESIDENT, "check-ins", code(activity), LAT), 200);
        cancel(activity);
        cancel(other);
    }

    @Test
    default void the_last_seat_is_taken_once_and_who_waits_moves_up() throws Exception {
        List<Person> people = List.of(RESIDENT, WORKER, DEPARTMENT, DISTRICT);
        people.forEach(this::volunteer);
        JsonNode activity = published(1, 20_000, 90);
        ExecutorService phones = Executors.newFixedThreadPool(people.size());
        try {
            List<Future<JsonNode>> signups = phones.invokeAll(people.stream()
                    .map(person -> (Callable<JsonNode>) () -> signedUp(person, activity))
                    .toList());
            int seated = 0;
            for (Future<JsonNode> signup : signups) {
                seated += signup.get().path("state").asText().equals("seated") ? 1 : 0;
            }
            assertThat(seated).isEqualTo(1);
        } finally {
            phones.shutdownNow();
        }
        Person first = people.stream()
                .filter(person -> mine(person, activity).path("state").asText().equals("seated"))
                .findFirst()
                .orElseThrow();
        granted(as(first).delete(signupPath(mine(first, activity))), 204);
        refused(as(first).delete(signupPath(mine(first, activity))), 409, "signup-state");
        assertThat(granted(as(COMMUNITY).get(path(activity) + "/signups"), 200)
                        .json()
                        .path("items")
                        .findValuesAsText("state"))
                .containsOnly("left", "seated", "waiting")
                .containsOnlyOnce("seated");
        cancel(activity);
        assertThat(granted(as(RESIDENT).get(path(activity)), 200).text("state")).isEqualTo("cancelled");
        refused(
                as(RESIDENT).post(VOLUNTEERING + "/signups", Json.of("shift", shift(activity))),
                409,
                "activity-cancelled");
    }

    @Test
    default void who_has_no_phone_is_checked_in_from_paper_and_an_objection_is_judged_by_the_street() {
        volunteer(WORKER);
        JsonNode activity = published(3, -150, 180);
        JsonNode signup = granted(
                        as(COMMUNITY)
                                .post(
                                        VOLUNTEERING + "/signups",
                                        Json.of("shift", shift(activity), "account", WORKER.account())),
                        201)
                .json();
        String came =
                "/check-in?at=" + Instant.now().minus(140, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
        refused(as(STREET_WEST).post(signupPath(signup) + came, ""), 404, "not-found");
        refused(as(COMMUNITY).post(signupPath(signup) + "/check-in?at=2020-01-01T00:00:00Z", ""), 422, "outside-hours");
        granted(as(COMMUNITY).post(signupPath(signup) + came, ""), 200);
        Answer served = granted(as(COMMUNITY).post(signupPath(signup) + "/check-out", ""), 200);
        assertThat(served.json().path("minutes").asInt()).isBetween(138, 142);
        String hours = VOLUNTEERING + "/hours/" + id(signup) + "/objections";
        refused(as(WORKER).post(hours, Json.of("reason", "我不在")), 403, "not-for-oneself");
        refused(as(RESIDENT).post(hours, "{}"), 400, "bad-request");
        granted(as(RESIDENT).post(hours, Json.of("reason", "他不在")), 204);
        granted(as(RESIDENT).post(hours, Json.of("reason", "他不在")), 204);
        JsonNode open = objections(signup);
        String judgement = VOLUNTEERING + "/anomalies/" + id(open) + "/judgement";
        refused(as(STREET_WEST).post(judgement, Json.of("upheld", true, "note", "x")), 404, "not-found");
        refused(as(STREET_EAST).post(judgement, Json.of("upheld", true)), 400, "bad-request");
        granted(as(STREET_EAST).post(judgement, Json.of("upheld", true, "note", "核实")), 200);
        refused(as(DISTRICT).post(judgement, Json.of("upheld", false, "note", "x")), 409, "anomaly-judged");
        assertThat(mine(WORKER, activity).path("state").asText()).isEqualTo("struck");
    }

    @Test
    default void a_leader_signs_the_team_up_and_another_street_does_not_see_it() {
        volunteer(RESIDENT);
        volunteer(DEPARTMENT);
        JsonNode team = granted(
                        as(COMMUNITY)
                                .post(
                                        VOLUNTEERING + "/teams",
                                        Json.of("area", NEIGHBOURS, "name", "红马甲", "leader", RESIDENT.account())),
                        201)
                .json();
        String path = VOLUNTEERING + "/teams/" + id(team);
        granted(as(RESIDENT).put(path + "/members/" + DEPARTMENT.account(), ""), 204);
        refused(as(RESIDENT).put(path + "/members/nobody.at.all", ""), 422, "unknown-volunteer");
        refused(as(STREET_WEST).get(path), 404, "not-found");
        refused(as(STREET_WEST).delete(path), 404, "not-found");
        JsonNode activity = published(5, 40_000, 90);
        JsonNode items = granted(as(RESIDENT).post(path + "/signups", Json.of("shift", shift(activity))), 200)
                .json()
                .path("items");
        assertThat(items.findValuesAsText("state")).containsExactly("seated", "seated");
        refused(as(DEPARTMENT).post(path + "/signups", Json.of("shift", shift(activity))), 404, "not-found");
        granted(as(DEPARTMENT).delete(path + "/members/" + DEPARTMENT.account()), 204);
        granted(as(COMMUNITY).delete(path), 204);
        refused(as(RESIDENT).get(path), 404, "not-found");
        cancel(activity);
    }

    @Test
    default void a_street_that_does_without_points_has_no_volunteers() {
        JsonNode activity = published(1, 60_000, 90);
        String switchEast = PLATFORM + "/streets/" + EAST + "/modules/points";
        granted(as(STREET_EAST).put(switchEast, Json.of("enabled", false)), 200);
        try {
            refused(as(RESIDENT).get(path(activity)), 403, "module-off");
            refused(as(COMMUNITY).get(VOLUNTEERING + "/volunteers"), 403, "module-off");
            refused(as(WORKER).get(VOLUNTEERING + "/activities"), 403, "module-off");
            String anybody = VOLUNTEERING + "/certificates/checks/ABCDEFGH23456789";
            refused(as(WORKER).get(anybody), 404, "not-found");
            refused(district().nobody().get(anybody), 404, "not-found");
            assertThat(granted(as(RESIDENT).get(VOLUNTEERING + "/activities"), 200)
                            .json()
                            .path("items")
                            .findValuesAsText("id"))
                    .doesNotContain(id(activity));
        } finally {
            granted(as(IT).put(switchEast, Json.of("enabled", true)), 200);
        }
        granted(as(RESIDENT).get(path(activity)), 200);
        cancel(activity);
    }

    @Test
    default void an_activity_that_makes_no_sense_is_not_published() {
        List<Object> never = List.of(Map.of("startsAt", "never", "endsAt", "never", "quotas", List.of()));
        for (Map.Entry<String, Object> wrong : List.<Map.Entry<String, Object>>of(
                Map.entry("title", ""),
                Map.entry("title", "x".repeat(81)),
                Map.entry("category", "\u0000"),
                Map.entry("fence", 5),
                Map.entry("fence", 999_999),
                Map.entry("lon", 181),
                Map.entry("lat", "north"),
                Map.entry("area", "everywhere"),
                Map.entry("shifts", List.of()),
                Map.entry("shifts", never),
                Map.entry("price", 1))) {
            Map<String, Object> draft = draft(1, 10, 90);
            draft.put(wrong.getKey(), wrong.getValue());
            Answer answer = as(COMMUNITY).post(VOLUNTEERING + "/activities", Json.of(draft));
            assertThat(answer.status()).as(wrong + " " + answer).isEqualTo(400);
        }
        Map<String, Object> past = draft(1, -200, 90);
        refused(as(COMMUNITY).post(VOLUNTEERING + "/activities", Json.of(past)), 422, "shift-times");
    }

    /** An approved volunteer of the east street, whether they have been one before or not. */
    private void volunteer(Person person) {
        Answer applied = as(person).post(VOLUNTEERING + "/volunteers", Json.of("area", NEIGHBOURS));
        if (applied.status() == 201) {
            String id = applied.text("id");
            granted(
                    as(STREET_EAST).post(VOLUNTEERING + "/volunteers/" + id + "/decision", Json.of("approved", true)),
                    200);
        } else {
            refused(applied, 409, "volunteer-already");
        }
    }

    private static Map<String, Object> draft(int seats, long startsIn, long minutes) {
        Instant starts = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(startsIn, ChronoUnit.MINUTES);
        Map<String, Object> draft = new LinkedHashMap<>();
        draft.put("area", NEIGHBOURS);
        draft.put("title", "清扫广场");
        draft.put("description", "请带手套");
        draft.put("category", "环境");
        draft.put("lon", LON);
        draft.put("lat", LAT);
        draft.put("fence", 200);
        Instant ends = starts.plus(minutes, ChronoUnit.MINUTES);
        List<Object> quotas = List.of(Map.of("seats", seats));
        draft.put(
                "shifts", List.of(Map.of("startsAt", starts.toString(), "endsAt", ends.toString(), "quotas", quotas)));
        return draft;
    }

    private JsonNode published(int seats, long startsIn, long minutes) {
        return granted(as(COMMUNITY).post(VOLUNTEERING + "/activities", Json.of(draft(seats, startsIn, minutes))), 201)
                .json();
    }

    private void cancel(JsonNode activity) {
        granted(as(COMMUNITY).post(path(activity) + "/cancellation", Json.of("reason", "下雨")), 200);
    }

    private JsonNode signedUp(Person person, JsonNode activity) {
        return granted(as(person).post(VOLUNTEERING + "/signups", Json.of("shift", shift(activity))), 201)
                .json();
    }

    private Answer present(Person person, String what, String code, double lat) {
        return as(person).post(VOLUNTEERING + "/" + what, Json.of("code", code, "lon", LON, "lat", lat));
    }

    private String code(JsonNode activity) {
        return granted(as(COMMUNITY).get(path(activity) + "/code"), 200).text("code");
    }

    /** The digits to leave by: those after the ones that are shown now, which who has come already saw. */
    private String nextDigits(JsonNode activity) {
        String seen = digits(activity);
        return await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> digits(activity), digits -> !digits.equals(seen));
    }

    private String digits(JsonNode activity) {
        return granted(as(COMMUNITY).get(path(activity) + "/code"), 200).text("digits");
    }

    private JsonNode mine(Person person, JsonNode activity) {
        return granted(as(person).get(path(activity)), 200).json().at("/mine/0");
    }

    private JsonNode hours(Person person, JsonNode signup) {
        for (JsonNode shown : granted(as(person).get(VOLUNTEERING + "/hours?limit=200"), 200)
                .json()
                .path("items")) {
            if (id(shown).equals(id(signup))) {
                return shown;
            }
        }
        throw new AssertionError("the hours are not public");
    }

    private JsonNode objections(JsonNode signup) {
        for (JsonNode open : granted(as(STREET_EAST).get(VOLUNTEERING + "/anomalies?open=true&limit=200"), 200)
                .json()
                .path("items")) {
            if (open.path("signup").asText().equals(id(signup))) {
                return open;
            }
        }
        throw new AssertionError("nobody has objected");
    }

    private static String id(JsonNode thing) {
        return thing.path("id").asText();
    }

    private static String shift(JsonNode activity) {
        return activity.at("/shifts/0/id").asText();
    }

    private static String path(JsonNode activity) {
        return VOLUNTEERING + "/activities/" + id(activity);
    }

    private static String signupPath(JsonNode signup) {
        return VOLUNTEERING + "/signups/" + id(signup);
    }
}
