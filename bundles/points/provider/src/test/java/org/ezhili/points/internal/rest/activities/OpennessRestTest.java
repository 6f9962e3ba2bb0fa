package org.ezhili.points.internal.rest.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ezhili.points.internal.rest.activities.Counter.COMMUNITY;
import static org.ezhili.points.internal.rest.activities.Counter.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.platform.security.Caller;
import org.ezhili.points.internal.store.earning.Streets;
import org.ezhili.points.internal.store.ledger.Ledger;

class OpennessRestTest {

    private static Caller as(Counter counter, String who) {
        return counter.place().caller(who);
    }

    private static AnomaliesResource anomalies(Counter counter) {
        return counter.place().resource(AnomaliesResource.class);
    }

    private static List<AnomalyJson> open(Counter counter) {
        return anomalies(counter)
                .list(as(counter, "street.east"), null, true, null, null)
                .items();
    }

    private static void objects(Counter counter, String who, String signup) {
        counter.place()
                .resource(OpennessResource.class)
                .object(as(counter, who), signup, new ReasonJson("was at home"));
    }

    @EachDatabase
    void public_hours_show_no_whole_name_and_a_neighbour_may_object(TestDatabase db) {
        Counter counter = Counter.on(db);
        Ledger ledger = Streets.ledger(db);
        Streets.open(db, Streets.EAST);
        counter.volunteer("resident");
        SignupJson served = counter.serve("resident");
        List<HoursJson> shown = counter.place()
                .resource(OpennessResource.class)
                .hours(as(counter, "neighbour"), null, null, null)
                .items();
        assertThat(shown).extracting(HoursJson::name).containsExactly("n**");
        objects(counter, "neighbour", served.id());
        objects(counter, "neighbour", served.id());
        assertThat(open(counter)).hasSize(1);
        counter.count(served);
        assertThat(ledger.balance("resident").available()).isZero();
        String id = open(counter).get(0).id();
        refused(
                () -> anomalies(counter).judge(as(counter, "street.west"), id, new JudgementJson(true, "no")),
                404,
                "not-found");
        assertThat(anomalies(counter)
                        .judge(as(counter, "street.east"), id, new JudgementJson(true, "not there"))
                        .state())
                .isEqualTo("upheld");
        refused(
                () -> anomalies(counter).judge(as(counter, "district"), id, new JudgementJson(false, "was")),
                409,
                "anomaly-judged");
        assertThat(anomalies(counter).signups(as(counter, "district"), id).items())
                .extracting(SignupJson::state)
                .containsExactly("struck");
        counter.count(served);
        assertThat(ledger.balance("resident").available()).isZero();
        assertThat(open(counter)).isEmpty();
    }

    @EachDatabase
    void nobody_objects_to_what_is_their_own_not_public_or_in_another_street(TestDatabase db) {
        Counter counter = Counter.on(db);
        counter.volunteer("resident");
        counter.volunteer("neighbour");
        ActivityJson activity = counter.publish("community", COMMUNITY);
        String seated = counter.signUp("neighbour", activity).id();
        refused(() -> objects(counter, "resident", seated), 409, "signup-state");
        db.clock().moveTo(activity.shifts().get(0).endsAt());
        String served = counter.serve("resident").id();
        refused(() -> objects(counter, "resident", served), 403, "not-for-oneself");
        refused(() -> objects(counter, "worker.west", served), 404, "not-found");
        refused(() -> objects(counter, "neighbour", "x"), 404, "not-found");
        assertThat(open(counter)).isEmpty();
    }

    @EachDatabase
    void who_raised_or_is_under_suspicion_does_not_judge_it(TestDatabase db) {
        Counter counter = Counter.on(db);
        counter.volunteer("street.east");
        SignupJson served = counter.serve("street.east");
        objects(counter, "district", served.id());
        String id = open(counter).get(0).id();
        for (String who : List.of("street.east", "district")) {
            refused(
                    () -> anomalies(counter).judge(as(counter, who), id, new JudgementJson(false, "fine")),
                    403,
                    "not-for-oneself");
        }
    }

    @EachDatabase
    void a_coordinator_notes_from_paper_when_somebody_came_and_went_within_a_week(TestDatabase db) {
        Counter counter = Counter.on(db);
        SignupResource signup = counter.place().resource(SignupResource.class);
        counter.volunteer("resident");
        ActivityJson activity = counter.publish("community", COMMUNITY);
        String id = counter.signUp("resident", activity).id();
        Instant starts = activity.shifts().get(0).startsAt();
        Instant ends = activity.shifts().get(0).endsAt();
        refused(() -> signup.checkIn(as(counter, "community"), id, starts.toString()), 422, "outside-hours");
        db.clock().moveTo(ends.plus(Duration.ofDays(1)));
        refused(() -> signup.checkIn(as(counter, "community"), id, null), 422, "outside-hours");
        refused(
                () -> signup.checkIn(
                        as(counter, "community"),
                        id,
                        starts.minus(Duration.ofDays(1)).toString()),
                422,
                "outside-hours");
        refused(() -> signup.checkIn(as(counter, "community"), id, "yesterday"), 400, "bad-request");
        refused(() -> signup.checkIn(as(counter, "street.west"), id, starts.toString()), 404, "not-found");
        assertThat(signup.checkIn(as(counter, "community"), id, starts.toString())
                        .state())
                .isEqualTo("present");
        refused(
                () -> signup.checkOut(
                        as(counter, "community"), id, starts.minusSeconds(60).toString()),
                422,
                "outside-hours");
        assertThat(signup.checkOut(
                                as(counter, "community"),
                                id,
                                ends.minusSeconds(1_800).toString())
                        .minutes())
                .isEqualTo(90);
        db.clock().moveTo(ends.plus(Duration.ofDays(8)));
        refused(() -> signup.checkIn(as(counter, "community"), id, starts.toString()), 422, "outside-hours");
    }

    @EachDatabase
    void hours_that_count_are_struck_by_the_street_office_alone(TestDatabase db) {
        Counter counter = Counter.on(db);
        Ledger ledger = Streets.ledger(db);
        Streets.open(db, Streets.EAST);
        SignupResource signup = counter.place().resource(SignupResource.class);
        counter.volunteer("resident");
        SignupJson served = counter.serve("resident");
        counter.count(served);
        assertThat(ledger.balance("resident").available()).isEqualTo(20);
        ReasonJson reason = new ReasonJson("fraud");
        refused(() -> signup.strike(as(counter, "community"), served.id(), reason), 404, "not-found");
        assertThat(signup.strike(as(counter, "street.east"), served.id(), reason)
                        .state())
                .isEqualTo("struck");
        assertThat(ledger.balance("resident").available()).isZero();
    }

    @EachDatabase
    void what_is_still_to_come_is_listed_nearest_first(TestDatabase db) {
        Counter counter = Counter.on(db);
        ActivitiesResource activities = counter.place().resource(ActivitiesResource.class);
        ActivityJson here = counter.publish("community", COMMUNITY);
        ActivityJson cancelled = counter.publish("community", COMMUNITY);
        activities.cancel(as(counter, "community"), cancelled.id(), new ReasonJson("rain"));
        List<ActivityJson> near =
                activities.near(as(counter, "resident"), 116.8, 33.91).items();
        assertThat(near).extracting(ActivityJson::id).containsExactly(here.id());
        assertThat(near.get(0).metres()).isBetween(1_100L, 1_125L);
        assertThat(activities.near(as(counter, "worker.west"), 116.8, 33.91).items())
                .isEmpty();
        refused(() -> activities.near(as(counter, "resident"), null, 33.9), 400, "bad-request");
        refused(() -> activities.near(as(counter, "resident"), 116.8, null), 400, "bad-request");
        refused(() -> activities.near(as(counter, "resident"), 116.8, Double.NaN), 400, "bad-request");
        db.clock().moveTo(here.shifts().get(0).endsAt());
        assertThat(activities.near(as(counter, "resident"), 116.8, 33.9).items())
                .isEmpty();
        assertThat(activities.near(as(counter, "resident"), null, null).items()).isEmpty();
    }

    @EachDatabase
    void without_a_place_what_is_still_to_come_is_listed_soonest_over_first(TestDatabase db) {
        Counter counter = Counter.on(db);
        ActivitiesResource activities = counter.place().resource(ActivitiesResource.class);
        ActivityJson longer = counter.publish("community", COMMUNITY, 2);
        ActivityJson shorter = counter.publish("community", COMMUNITY);
        List<ActivityJson> coming =
                activities.near(as(counter, "resident"), null, null).items();
        assertThat(coming).extracting(ActivityJson::id).containsExactly(shorter.id(), longer.id());
        assertThat(coming).extracting(ActivityJson::metres).containsOnlyNulls();
        assertThat(activities.near(as(counter, "worker.west"), null, null).items())
                .isEmpty();
    }

    @EachDatabase
    void who_looks_into_a_phone_sees_of_other_streets_nothing_that_they_do_not_oversee(TestDatabase db) {
        Counter counter = Counter.on(db);
        String phone = "one-phone-for-many-people";
        String west = "340603003001";
        counter.decide("street.west", counter.apply("villager", west, null).id(), true);
        counter.volunteer("resident");
        counter.volunteer("neighbour");
        ActivityJson there = counter.publish("street.west", west);
        counter.signUp("villager", there);
        ActivityJson here = counter.publish("community", COMMUNITY);
        counter.signUp("resident", here);
        counter.signUp("neighbour", here);
        counter.checkIn("villager", counter.code("street.west", there), 33.9, phone);
        counter.checkIn("resident", counter.code("community", here), 33.9, phone);
        counter.checkIn("neighbour", counter.code("community", here), 33.9, phone);
        counter.run("look-for-anomalies");
        String id = open(counter).get(0).id();
        assertThat(anomalies(counter).signups(as(counter, "street.east"), id).items())
                .extracting(SignupJson::account)
                .containsExactly("neighbour", "resident");
        assertThat(anomalies(counter).signups(as(counter, "district"), id).items())
                .extracting(SignupJson::account)
                .containsExactly("neighbour", "resident", "villager");
        counter.place().offStreets.add("340603003");
        assertThat(anomalies(counter).signups(as(counter, "district"), id).items())
                .extracting(SignupJson::account)
                .containsExactly("neighbour", "resident");
    }
}
