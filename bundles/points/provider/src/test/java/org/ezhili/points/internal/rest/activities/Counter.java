package org.ezhili.points.internal.rest.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.platform.security.Role;
import org.ezhili.points.internal.District;

/** The resources with somebody before them. */
record Counter(District place, TestDatabase db) {

    static final String COMMUNITY = "340603002001";

    VolunteerJson apply(String who, String area, String key) {
        return (VolunteerJson) place.resource(VolunteersResource.class)
                .apply(place.caller(who), key, new NewVolunteerJson(area, null, List.of("cooking")))
                .getEntity();
    }

    VolunteerJson decide(String who, String id, boolean approved) {
        return place.resource(VolunteersResource.class).decide(place.caller(who), id, new DecisionJson(approved, null));
    }

    ActivityJson publish(String who, String area) {
        return publish(who, area, 1);
    }

    /** An activity with so many shifts of two hours, one after the other. */
    ActivityJson publish(String who, String area, int turns) {
        Instant starts = db.clock().instant().plus(Duration.ofMinutes(10));
        List<ShiftJson> shifts = IntStream.range(0, turns)
                .mapToObj(n -> starts.plusSeconds(n * 7_200L))
                .map(at -> new ShiftJson(at, at.plusSeconds(7_200), List.of(new ShiftJson.SeatsJson(null, 3))))
                .toList();
        return (ActivityJson) place.resource(ActivitiesResource.class)
                .publish(
                        place.caller(who),
                        null,
                        new NewActivityJson(area, "Clean", "Gloves", "environment", 116.8, 33.9, 100, shifts))
                .getEntity();
    }

    SignupJson signUp(String who, ActivityJson activity) {
        return signUp(who, activity, 0);
    }

    SignupJson signUp(String who, ActivityJson activity, int turn) {
        return (SignupJson) place.resource(SignupsResource.class)
                .signUp(
                        place.caller(who),
                        null,
                        new NewSignupJson(activity.shifts().get(turn).id(), null, null))
                .getEntity();
    }

    String code(String who, ActivityJson activity) {
        return place.resource(ActivitiesResource.class)
                .code(place.caller(who), activity.id())
                .code();
    }

    SignupJson checkIn(String who, String code, double lat) {
        return checkIn(who, code, lat, "phone-of-" + who.replace('.', '-') + "-0000000");
    }

    SignupJson checkIn(String who, String code, double lat, String device) {
        return place.resource(CheckInsResource.class)
                .checkIn(place.caller(who), new PresenceJson(code, device, 116.8, lat));
    }

    SignupJson checkOut(String who, String code) {
        return place.resource(CheckInsResource.class)
                .checkOut(place.caller(who), new PresenceJson(code, null, 116.8, 33.9));
    }

    /** A volunteer of the community in the east, approved. */
    VolunteerJson volunteer(String who) {
        return decide("community", apply(who, COMMUNITY, null).id(), true);
    }

    /** Serves one shift from beginning to end; the hours are public then. */
    SignupJson serve(String who) {
        ActivityJson activity = publish("community", COMMUNITY);
        SignupJson signup = signUp(who, activity);
        db.clock().moveTo(activity.shifts().get(0).startsAt());
        checkIn(who, code("community", activity), 33.9);
        db.clock().moveTo(activity.shifts().get(0).endsAt());
        return checkOut(who, code("community", activity));
    }

    /** Lets the public time of hours pass. */
    void count(SignupJson served) {
        db.clock().moveTo(Objects.requireNonNull(served.countsAt()));
        run("hours");
    }

    void run(String name) {
        place.module().jobs().stream().filter(job -> job.name().equals(name)).forEach(job -> job.work()
                .run());
    }

    static Counter on(TestDatabase db) {
        District place = new District(db);
        place.person("worker.west", Role.WORKER, District.WEST);
        return new Counter(place, db);
    }

    static void refused(ThrowingCallable call, int status, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.problem().code()).isEqualTo(code);
            assertThat(refusal.problem().status()).isEqualTo(status);
        });
    }
}
