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
import org.ezhili.points.internal.domain.activities.CheckInCodes;

class CheckInsRestTest {

    private static final ReasonJson REASON = new ReasonJson("was not there");

    private static SignupResource desk(Counter counter) {
        return counter.place().resource(SignupResource.class);
    }

    private static Caller community(Counter counter) {
        return counter.place().caller("community");
    }

    private static String typed(Counter counter, ActivityJson activity) {
        String digits = counter.place()
                .resource(ActivitiesResource.class)
                .code(community(counter), activity.id())
                .digits();
        return activity.id() + ":" + digits;
    }

    private static Instant starts(ActivityJson activity) {
        return activity.shifts().get(0).startsAt();
    }

    @EachDatabase
    void a_code_that_was_seen_on_coming_lets_nobody_go_and_the_next_one_does(TestDatabase db) {
        Counter counter = Counter.on(db);
        counter.volunteer("resident");
        ActivityJson activity = counter.publish("community", COMMUNITY);
        counter.signUp("resident", activity);
        db.clock().moveTo(CheckInCodes.shownUntil(starts(activity)).plusSeconds(25));
        String scanned = counter.code("community", activity);
        counter.checkIn("resident", scanned, 33.9);
        refused(() -> counter.checkOut("resident", scanned), 409, "code-used");
        refused(() -> counter.checkOut("resident", typed(counter, activity)), 409, "code-used");
        db.clock().forward(Duration.ofMillis(4_999));
        refused(() -> counter.checkOut("resident", typed(counter, activity)), 409, "code-used");
        db.clock().forward(Duration.ofMillis(1));
        refused(() -> counter.checkOut("resident", scanned), 409, "code-used");
        String next = typed(counter, activity);
        assertThat(counter.checkOut("resident", next).state()).isEqualTo("served");
        assertThat(counter.checkOut("resident", next).state()).isEqualTo("served");
        assertThat(counter.checkOut("resident", scanned).state()).isEqualTo("served");
    }

    @EachDatabase
    void a_code_scanned_just_after_it_went_takes_the_one_after_it_along(TestDatabase db) {
        Counter counter = Counter.on(db);
        counter.volunteer("resident");
        ActivityJson activity = counter.publish("community", COMMUNITY);
        counter.signUp("resident", activity);
        db.clock().moveTo(CheckInCodes.shownUntil(starts(activity)).minusMillis(1));
        String scanned = counter.code("community", activity);
        db.clock().forward(Duration.ofSeconds(4));
        counter.checkIn("resident", scanned, 33.9);
        refused(() -> counter.checkOut("resident", typed(counter, activity)), 409, "code-used");
        db.clock().forward(CheckInCodes.STEP);
        assertThat(counter.checkOut("resident", typed(counter, activity)).state())
                .isEqualTo("served");
    }

    @EachDatabase
    void a_coordinator_puts_wrong_times_right_and_the_hours_are_public_anew(TestDatabase db) {
        Counter counter = Counter.on(db);
        counter.volunteer("resident");
        SignupJson served = counter.serve("resident");
        Instant came = served.checkedInAt();
        Instant went = served.checkedOutAt();
        db.clock().forward(Duration.ofDays(1));
        SignupJson right = desk(counter)
                .checkIn(
                        community(counter),
                        served.id(),
                        came.plus(Duration.ofMinutes(30)).toString());
        assertThat(right.state()).isEqualTo("served");
        assertThat(right.minutes()).isEqualTo(90);
        assertThat(right.checkedInAt()).isEqualTo(came.plus(Duration.ofMinutes(30)));
        assertThat(right.checkedOutAt()).isEqualTo(went);
        assertThat(right.countsAt()).isAfter(served.countsAt());
        db.clock().forward(Duration.ofDays(1));
        SignupJson again = desk(counter)
                .checkOut(
                        community(counter),
                        served.id(),
                        went.minus(Duration.ofMinutes(60)).toString());
        assertThat(again.minutes()).isEqualTo(30);
        assertThat(again.checkedOutAt()).isEqualTo(went.minus(Duration.ofMinutes(60)));
        assertThat(again.countsAt()).isAfter(right.countsAt());
        counter.count(right);
        assertThat(state(counter, served)).isEqualTo("served");
        counter.count(again);
        assertThat(state(counter, served)).isEqualTo("counted");
    }

    @EachDatabase
    void the_same_time_again_or_none_changes_nothing_of_public_hours(TestDatabase db) {
        Counter counter = Counter.on(db);
        counter.volunteer("resident");
        SignupJson served = counter.serve("resident");
        db.clock().forward(Duration.ofMinutes(90));
        Caller community = community(counter);
        assertThat(desk(counter).checkOut(community, served.id(), null)).isEqualTo(served);
        db.clock().forward(Duration.ofDays(1));
        assertThat(desk(counter)
                        .checkOut(community, served.id(), served.checkedOutAt().toString()))
                .isEqualTo(served);
        assertThat(desk(counter)
                        .checkIn(community, served.id(), served.checkedInAt().toString()))
                .isEqualTo(served);
    }

    @EachDatabase
    void times_that_cannot_be_or_of_hours_that_are_not_public_are_not_put_right(TestDatabase db) {
        Counter counter = Counter.on(db);
        counter.volunteer("resident");
        counter.decide(
                "street.east", counter.apply("community", COMMUNITY, null).id(), true);
        SignupJson served = counter.serve("resident");
        String id = served.id();
        String came = served.checkedInAt().toString();
        String earlier = served.checkedInAt().minusSeconds(60).toString();
        String later = served.checkedOutAt().plusSeconds(1).toString();
        String never = served.checkedInAt().minus(Duration.ofDays(1)).toString();
        SignupResource desk = desk(counter);
        Caller community = community(counter);
        db.clock().forward(Duration.ofMinutes(5));
        refused(() -> desk.checkIn(community, id, later), 422, "outside-hours");
        refused(() -> desk.checkOut(community, id, earlier), 422, "outside-hours");
        refused(() -> desk.checkIn(community, id, never), 422, "outside-hours");
        refused(() -> desk.checkIn(community, id, "yesterday"), 400, "bad-request");
        refused(() -> desk.checkIn(counter.place().caller("street.west"), id, earlier), 404, "not-found");
        SignupJson own = counter.serve("community");
        refused(() -> desk.checkOut(community, own.id(), own.checkedInAt().toString()), 403, "not-for-oneself");
        counter.count(served);
        refused(() -> desk.checkIn(community, id, earlier), 409, "signup-state");
        refused(() -> desk.checkOut(community, id, came), 409, "signup-state");
        desk.strike(counter.place().caller("street.east"), id, REASON);
        refused(() -> desk.checkIn(community, id, earlier), 409, "signup-state");
        refused(() -> desk.checkOut(community, id, came), 409, "signup-state");
        ActivityJson activity = counter.publish("community", COMMUNITY);
        String left = counter.signUp("resident", activity).id();
        desk.leave(counter.place().caller("resident"), left);
        db.clock().moveTo(starts(activity));
        for (String at : List.of(
                starts(activity).toString(), starts(activity).minusSeconds(60).toString())) {
            refused(() -> desk.checkIn(community, left, at), 409, "signup-state");
            refused(() -> desk.checkOut(community, left, at), 409, "signup-state");
        }
    }

    @EachDatabase
    void a_wrong_time_of_coming_is_put_right_while_the_volunteer_is_still_there(TestDatabase db) {
        Counter counter = Counter.on(db);
        counter.volunteer("resident");
        ActivityJson activity = counter.publish("community", COMMUNITY);
        String id = counter.signUp("resident", activity).id();
        SignupResource desk = desk(counter);
        Caller community = community(counter);
        Instant starts = starts(activity);
        db.clock().moveTo(starts.plusSeconds(7_200));
        desk.checkIn(community, id, starts.plusSeconds(6_600).toString());
        String went = starts.plusSeconds(5_400).toString();
        refused(() -> desk.checkOut(community, id, went), 422, "outside-hours");
        SignupJson right = desk.checkIn(community, id, starts.toString());
        assertThat(right.state()).isEqualTo("present");
        assertThat(right.checkedInAt()).isEqualTo(starts);
        assertThat(right.countsAt()).isNull();
        assertThat(desk.checkOut(community, id, went).minutes()).isEqualTo(90);
    }

    @EachDatabase
    void nobody_gives_a_seat_back_after_the_shift(TestDatabase db) {
        Counter counter = Counter.on(db);
        counter.volunteer("resident");
        ActivityJson activity = counter.publish("community", COMMUNITY);
        String id = counter.signUp("resident", activity).id();
        db.clock().moveTo(starts(activity).plusSeconds(7_200));
        refused(() -> desk(counter).leave(counter.place().caller("resident"), id), 409, "shift-over");
    }

    @EachDatabase
    void who_serves_two_shifts_in_a_row_comes_and_goes_in_their_order_however_they_signed_up(TestDatabase db) {
        Counter counter = Counter.on(db);
        counter.volunteer("resident");
        for (List<Integer> order : List.of(List.of(0, 1), List.of(1, 0))) {
            ActivityJson activity = counter.publish("community", COMMUNITY, 2);
            order.forEach(turn -> counter.signUp("resident", activity, turn));
            String early = activity.shifts().get(0).id();
            String late = activity.shifts().get(1).id();
            Instant between = activity.shifts().get(1).startsAt();
            db.clock().moveTo(between.minus(Duration.ofMinutes(20)));
            String code = counter.code("community", activity);
            assertThat(counter.checkIn("resident", code, 33.9).shift()).isEqualTo(early);
            assertThat(counter.checkIn("resident", code, 33.9).shift()).isEqualTo(early);
            refused(() -> counter.checkOut("resident", code), 409, "code-used");
            db.clock().moveTo(between.minus(Duration.ofMinutes(10)));
            assertThat(in(counter, activity).shift()).isEqualTo(late);
            db.clock().moveTo(between);
            String leaving = counter.code("community", activity);
            assertThat(counter.checkOut("resident", leaving).shift()).isEqualTo(early);
            SignupJson again = counter.checkOut("resident", leaving);
            assertThat(again.shift()).isEqualTo(early);
            assertThat(again.minutes()).isEqualTo(20);
            db.clock().moveTo(activity.shifts().get(1).endsAt());
            SignupJson last = counter.checkOut("resident", counter.code("community", activity));
            assertThat(last.shift()).isEqualTo(late);
            assertThat(last.minutes()).isEqualTo(120);
        }
    }

    @EachDatabase
    void what_one_has_still_to_do_with_is_listed_soonest_shift_first_with_its_name_and_time(TestDatabase db) {
        Counter counter = Counter.on(db);
        counter.volunteer("resident");
        counter.volunteer("neighbour");
        ActivityJson activity = counter.publish("community", COMMUNITY, 3);
        ActivityJson cancelled = counter.publish("community", COMMUNITY, 4);
        for (int turn : new int[] {2, 0, 1}) {
            counter.signUp("resident", activity, turn);
        }
        counter.signUp("resident", cancelled, 3);
        counter.place()
                .resource(ActivitiesResource.class)
                .cancel(community(counter), cancelled.id(), new ReasonJson("rain"));
        counter.signUp("neighbour", activity);
        assertThat(open(counter))
                .extracting(SignupJson::shift)
                .containsExactly(
                        activity.shifts().get(0).id(),
                        activity.shifts().get(1).id(),
                        activity.shifts().get(2).id());
        SignupJson first = open(counter).get(0);
        assertThat(first.title()).isEqualTo("Clean");
        assertThat(first.startsAt()).isEqualTo(starts(activity));
        assertThat(first.endsAt()).isEqualTo(activity.shifts().get(0).endsAt());
        db.clock().moveTo(starts(activity));
        in(counter, activity);
        db.clock().moveTo(activity.shifts().get(1).endsAt().minusMillis(1));
        assertThat(open(counter)).extracting(SignupJson::state).containsExactly("present", "seated", "seated");
        counter.checkOut("resident", counter.code("community", activity));
        assertThat(open(counter)).extracting(SignupJson::state).containsExactly("seated", "seated");
        db.clock().forward(Duration.ofHours(2));
        assertThat(open(counter)).hasSize(2);
        db.clock().forward(Duration.ofMillis(1));
        assertThat(open(counter)).hasSize(1);
        assertThat(all(counter, null)).hasSize(4);
        assertThat(all(counter, false)).hasSize(4);
        counter.place().offStreets.add("340603002");
        assertThat(open(counter)).isEmpty();
    }

    private static List<SignupJson> open(Counter counter) {
        return all(counter, true);
    }

    private static List<SignupJson> all(Counter counter, Boolean open) {
        return counter.place()
                .resource(SignupsResource.class)
                .list(counter.place().caller("resident"), open, null, null)
                .items();
    }

    private static SignupJson in(Counter counter, ActivityJson activity) {
        return counter.checkIn("resident", counter.code("community", activity), 33.9);
    }

    private static String state(Counter counter, SignupJson signup) {
        return counter.place()
                .resource(ActivitiesResource.class)
                .one(counter.place().caller("resident"), signup.activity())
                .mine()
                .get(0)
                .state();
    }
}
