package org.ezhili.points.internal.rest.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.platform.security.Role;
import org.ezhili.points.internal.District;

class ActivitiesRestTest {

    private static final String COMMUNITY = "340603002001";

    /** The resources with somebody before them. */
    private record Counter(District place, TestDatabase db) {

        VolunteerJson apply(String who, String area, String key) {
            return (VolunteerJson) place.resource(VolunteersResource.class)
                    .apply(place.caller(who), key, new NewVolunteerJson(area, null, List.of("cooking")))
                    .getEntity();
        }

        VolunteerJson decide(String who, String id, boolean approved) {
            return place.resource(VolunteersResource.class)
                    .decide(place.caller(who), id, new DecisionJson(approved, null));
        }

        ActivityJson publish(String who, String area) {
            Instant starts = db.clock().instant().plus(Duration.ofMinutes(10));
            ShiftJson shift =
                    new ShiftJson(starts, starts.plusSeconds(7_200), List.of(new ShiftJson.SeatsJson(null, 3)));
            return (ActivityJson) place.resource(ActivitiesResource.class)
                    .publish(
                            place.caller(who),
                            null,
                            new NewActivityJson(
                                    area, "Clean", "Gloves", "environment", 116.8, 33.9, 100, List.of(shift)))
                    .getEntity();
        }

        SignupJson signUp(String who, ActivityJson activity) {
            return (SignupJson) place.resource(SignupsResource.class)
                    .signUp(
                            place.caller(who),
                            null,
                            new NewSignupJson(activity.shifts().get(0).id(), null, null))
                    .getEntity();
        }

        String code(String who, ActivityJson activity) {
            return place.resource(ActivitiesResource.class)
                    .code(place.caller(who), activity.id())
                    .code();
        }

        SignupJson checkIn(String who, String code, double lat) {
            return place.resource(CheckInsResource.class)
                    .checkIn(
                            place.caller(who),
                            new PresenceJson(code, "phone-of-" + who.replace('.', '-') + "-0000000", 116.8, lat));
        }
    }

    private static Counter counter(TestDatabase db) {
        District place = new District(db);
        place.person("worker.west", Role.WORKER, District.WEST);
        return new Counter(place, db);
    }

    private static void refused(ThrowingCallable call, int status, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.problem().code()).isEqualTo(code);
            assertThat(refusal.problem().status()).isEqualTo(status);
        });
    }

    @EachDatabase
    void a_resident_becomes_a_volunteer_and_checks_in_by_code(TestDatabase db) {
        Counter counter = counter(db);
        String id = counter.apply("resident", COMMUNITY, "k").id();
        assertThat(counter.apply("resident", COMMUNITY, "k").id()).isEqualTo(id);
        assertThat(counter.decide("community", id, true).state()).isEqualTo("approved");
        ActivityJson activity = counter.publish("community", COMMUNITY);
        assertThat(counter.signUp("resident", activity).state()).isEqualTo("seated");
        String code = counter.code("community", activity);
        assertThat(counter.checkIn("resident", code, 33.9).state()).isEqualTo("present");
        assertThat(counter.checkIn("resident", code, 33.9).state()).isEqualTo("present");
        assertThat(counter.place().audited).isEmpty();
    }

    @EachDatabase
    void a_check_in_too_far_too_late_or_by_another_code_is_refused(TestDatabase db) {
        Counter counter = counter(db);
        counter.decide("community", counter.apply("resident", COMMUNITY, null).id(), true);
        ActivityJson activity = counter.publish("community", COMMUNITY);
        ActivityJson other = counter.publish("community", COMMUNITY);
        counter.signUp("resident", activity);
        String code = counter.code("community", activity);
        refused(() -> counter.checkIn("resident", code, 33.918), 422, "outside-fence");
        refused(() -> counter.checkIn("resident", code + "A", 33.9), 422, "code-not-good");
        refused(() -> counter.checkIn("resident", counter.code("community", other), 33.9), 422, "no-shift-now");
        refused(() -> counter.checkIn("neighbour", code, 33.9), 422, "no-shift-now");
        db.clock().forward(Duration.ofSeconds(31));
        refused(() -> counter.checkIn("resident", code, 33.9), 422, "code-not-good");
        db.clock().forward(Duration.ofDays(1));
        refused(() -> counter.checkIn("resident", counter.code("community", activity), 33.9), 422, "no-shift-now");
    }

    @EachDatabase
    void what_lies_in_another_street_is_not_there_and_the_attempt_is_on_record(TestDatabase db) {
        Counter counter = counter(db);
        ActivityJson activity = counter.publish("community", COMMUNITY);
        String id = counter.apply("resident", COMMUNITY, null).id();
        refused(() -> counter.decide("street.west", id, true), 404, "not-found");
        refused(() -> counter.code("street.west", activity), 404, "not-found");
        refused(() -> counter.publish("street.west", COMMUNITY), 404, "not-found");
        refused(() -> counter.apply("worker.west", COMMUNITY, null), 404, "not-found");
        refused(() -> counter.signUp("worker.west", activity), 404, "not-found");
        assertThat(counter.place().audited).hasSize(5).allMatch(line -> line.endsWith("foreign-area"));
    }

    @EachDatabase
    void where_the_street_does_without_points_nothing_of_it_is_seen(TestDatabase db) {
        Counter counter = counter(db);
        ActivityJson activity = counter.publish("community", COMMUNITY);
        counter.place().offStreets.add("340603002");
        refused(() -> counter.publish("community", COMMUNITY), 403, "module-off");
        refused(() -> counter.apply("resident", COMMUNITY, null), 403, "module-off");
        refused(() -> counter.signUp("resident", activity), 403, "module-off");
        assertThat(counter.place()
                        .resource(ActivitiesResource.class)
                        .list(counter.place().caller("resident"), null, null, null)
                        .items())
                .isEmpty();
    }

    @EachDatabase
    void nonsense_is_refused(TestDatabase db) {
        Counter counter = counter(db);
        refused(() -> counter.apply("resident", "340603002999", null), 422, "unknown-area");
        refused(() -> counter.apply("resident", "340603", null), 422, "unknown-area");
        refused(() -> counter.decide("community", "x", true), 404, "not-found");
        String own = counter.apply("community", COMMUNITY, null).id();
        refused(() -> counter.decide("community", own, true), 403, "not-for-oneself");
        String id = counter.apply("resident", COMMUNITY, null).id();
        refused(() -> counter.decide("community", id, false), 400, "bad-request");
    }
}
