package org.ezhili.points.internal.store.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.points.internal.domain.activities.Activity;
import org.ezhili.points.internal.domain.activities.Quota;
import org.ezhili.points.internal.domain.activities.Shift;
import org.ezhili.points.internal.domain.activities.Signup;
import org.ezhili.points.internal.domain.activities.SignupState;
import org.ezhili.points.internal.domain.activities.VolunteerState;
import org.ezhili.points.internal.domain.notices.News;
import org.ezhili.points.internal.domain.notices.NoticeKind;

class ShiftNewsTest {

    private static final String MOVED_UP = "moved-up Clean the square";

    /** One seat, taken by the first; the others wait for it. */
    private static Activity crowded(Scene scene, String... people) {
        List.of(people).forEach(scene::approved);
        return scene.activity(Duration.ofHours(1), new Quota("", 1, 0));
    }

    private static List<String> ofShifts(Scene scene, String account) {
        return scene.told(account).stream()
                .filter(told -> !told.startsWith("volunteer-"))
                .toList();
    }

    @EachDatabase
    void who_moves_up_learns_which_activity_and_when_and_nobody_else_does(TestDatabase db) {
        Scene scene = new Scene(db);
        Activity activity = crowded(scene, "first", "second", "third");
        Signup seat = scene.signUp(activity, "first");
        scene.signUp(activity, "second");
        scene.signUp(activity, "third");
        scene.seats.leave(seat.id());
        scene.seats.leave(seat.id());
        assertThat(scene.inbox.of("second", PageRequest.first(1)).items())
                .extracting(notice -> notice.news(), notice -> notice.isRead())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        new News(
                                NoticeKind.MOVED_UP,
                                Scene.STREET,
                                activity.id(),
                                "Clean the square",
                                0,
                                Optional.of(activity.shifts().get(0).startsAt())),
                        false));
        assertThat(ofShifts(scene, "first")).isEmpty();
        assertThat(ofShifts(scene, "third")).isEmpty();
    }

    @EachDatabase
    void whoever_leaves_at_once_each_who_moves_up_is_told_exactly_once(TestDatabase db) throws Exception {
        Scene scene = new Scene(db);
        String[] people = IntStream.range(0, 12).mapToObj(n -> "v" + n).toArray(String[]::new);
        Activity activity = crowded(scene, people);
        List<Signup> signups =
                List.of(people).stream().map(who -> scene.signUp(activity, who)).toList();
        Scene.together(12, n -> n % 2 == 0 && scene.seats.leave(signups.get(n).id()));
        for (int n = 1; n < 12; n++) {
            boolean seated = scene.state(signups.get(n)) == SignupState.SEATED;
            boolean wasUp = scene.state(signups.get(n)) == SignupState.LEFT;
            assertThat(ofShifts(scene, "v" + n)).hasSizeLessThanOrEqualTo(seated || wasUp ? 1 : 0);
            assertThat(seated && ofShifts(scene, "v" + n).isEmpty()).isFalse();
        }
    }

    @EachDatabase
    void nobody_moves_up_to_a_shift_that_is_over(TestDatabase db) {
        Scene scene = new Scene(db);
        Activity activity = crowded(scene, "first", "second");
        Signup seat = scene.signUp(activity, "first");
        Signup waiting = scene.signUp(activity, "second");
        Shift shift = activity.shifts().get(0);
        db.clock().moveTo(shift.endsAt());
        scene.seats.leave(seat.id());
        assertThat(scene.state(waiting)).isEqualTo(SignupState.WAITING);
        assertThat(ofShifts(scene, "second")).isEmpty();
    }

    @EachDatabase
    void where_a_street_does_without_points_nobody_is_told_nor_later(TestDatabase db) {
        Scene scene = new Scene(db);
        Activity activity = crowded(scene, "first", "second");
        Signup seat = scene.signUp(activity, "first");
        scene.signUp(activity, "second");
        scene.off.add(Scene.STREET);
        scene.seats.leave(seat.id());
        assertThat(scene.told("second")).isEmpty();
        scene.off.clear();
        assertThat(scene.told("second")).containsExactly("volunteer-approved");
    }

    @EachDatabase
    void a_cancelled_activity_is_told_once_to_all_who_signed_up_and_to_nobody_who_left(TestDatabase db) {
        Scene scene = new Scene(db);
        Activity activity = crowded(scene, "seated", "waiting", "gone");
        Signup gone = scene.signUp(activity, "gone");
        scene.seats.leave(gone.id());
        scene.signUp(activity, "seated");
        scene.signUp(activity, "waiting");
        scene.activities.cancel(activity, "rain");
        scene.activities.cancel(activity, "rain");
        assertThat(ofShifts(scene, "seated")).containsExactly("activity-cancelled Clean the square");
        assertThat(ofShifts(scene, "waiting")).containsExactly("activity-cancelled Clean the square");
        assertThat(ofShifts(scene, "gone")).isEmpty();
    }

    @EachDatabase
    void whose_hours_are_struck_learns_of_which_activity_and_why_once_and_that_points_went_with_them(TestDatabase db) {
        Scene scene = new Scene(db);
        Activity activity = crowded(scene, "seated");
        Signup signup = scene.serve(activity, scene.signUp(activity, "seated"));
        db.clock().moveTo(signup.countsAt().orElseThrow());
        scene.counting.run();
        scene.checkIns.strike(signup, "was not there");
        scene.checkIns.strike(signup, "again");
        assertThat(scene.ledger.balance("seated").available()).isZero();
        assertThat(scene.inbox.of("seated", PageRequest.first(1)).items())
                .extracting(notice -> notice.news())
                .containsExactly(new News(
                        NoticeKind.HOURS_STRUCK,
                        Scene.STREET,
                        activity.id(),
                        "Clean the square",
                        20,
                        Optional.empty(),
                        "was not there"));
        assertThat(ofShifts(scene, "seated")).hasSize(1);
    }

    @EachDatabase
    void hours_that_do_not_count_yet_are_struck_with_a_word_and_a_seat_that_nobody_came_to_without(TestDatabase db) {
        Scene scene = new Scene(db);
        Activity activity = crowded(scene, "seated", "waiting");
        Signup signup = scene.serve(activity, scene.signUp(activity, "seated"));
        Signup waiting = scene.signUp(activity, "waiting");
        scene.checkIns.strike(signup, "was not there");
        scene.checkIns.strike(waiting, "never came");
        assertThat(ofShifts(scene, "seated")).containsExactly("hours-struck Clean the square");
        assertThat(scene.inbox.of("seated", PageRequest.first(1)).items())
                .extracting(notice -> notice.news().amount())
                .containsExactly(0L);
        assertThat(ofShifts(scene, "waiting")).isEmpty();
    }

    @EachDatabase
    void hours_struck_where_a_street_does_without_points_are_told_neither_then_nor_later(TestDatabase db) {
        Scene scene = new Scene(db);
        Activity activity = crowded(scene, "seated");
        Signup signup = scene.serve(activity, scene.signUp(activity, "seated"));
        scene.off.add(Scene.STREET);
        scene.checkIns.strike(signup, "was not there");
        scene.off.clear();
        assertThat(scene.state(signup)).isEqualTo(SignupState.STRUCK);
        assertThat(ofShifts(scene, "seated")).isEmpty();
    }

    @EachDatabase
    void an_activity_that_is_cancelled_after_its_hours_counted_is_one_notice_with_the_points_it_takes(TestDatabase db) {
        Scene scene = new Scene(db);
        Activity activity = crowded(scene, "seated");
        Signup signup = scene.serve(activity, scene.signUp(activity, "seated"));
        db.clock().moveTo(signup.countsAt().orElseThrow());
        scene.counting.run();
        scene.activities.cancel(activity, "it never took place");
        assertThat(scene.ledger.balance("seated").available()).isZero();
        assertThat(ofShifts(scene, "seated")).containsExactly("activity-cancelled Clean the square");
        News news =
                scene.inbox.of("seated", PageRequest.first(1)).items().get(0).news();
        assertThat(news.amount()).isEqualTo(20);
        assertThat(news.reason()).isEqualTo("it never took place");
    }

    @EachDatabase
    void an_applicant_learns_the_decision_and_why(TestDatabase db) {
        Scene scene = new Scene(db);
        scene.approved("welcome");
        long refused = scene.applied("unlucky").id();
        scene.volunteers.decide(refused, VolunteerState.REFUSED, "community", Optional.of("not of age"));
        scene.volunteers.decide(refused, VolunteerState.REFUSED, "community", Optional.of("again"));
        assertThat(scene.told("welcome")).containsExactly("volunteer-approved");
        assertThat(scene.told("unlucky")).containsExactly("volunteer-refused not of age");
    }

    @EachDatabase
    void who_is_forgotten_leaves_no_notice_and_who_moves_up_by_it_is_told(TestDatabase db) {
        Scene scene = new Scene(db);
        Activity activity = crowded(scene, "first", "second");
        scene.signUp(activity, "first");
        scene.signUp(activity, "second");
        scene.erasure.erase("first");
        assertThat(scene.told("first")).isEmpty();
        assertThat(ofShifts(scene, "second")).containsExactly(MOVED_UP);
    }
}
