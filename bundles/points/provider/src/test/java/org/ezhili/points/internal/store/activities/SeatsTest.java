package org.ezhili.points.internal.store.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ezhili.points.internal.store.activities.VolunteerStoreTest.refused;

import java.time.Duration;
import java.util.List;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.points.internal.domain.activities.Activity;
import org.ezhili.points.internal.domain.activities.Quota;
import org.ezhili.points.internal.domain.activities.Signup;
import org.ezhili.points.internal.domain.activities.SignupState;

class SeatsTest {

    private static final Duration SOON = Duration.ofHours(1);

    private static int taken(Scene scene, Activity activity) {
        return scene.activities
                .find(activity.id())
                .orElseThrow()
                .shifts()
                .get(0)
                .quotas()
                .get(0)
                .taken();
    }

    @EachDatabase
    void a_quota_is_never_oversold_whatever_the_load(TestDatabase db) throws Exception {
        Scene scene = new Scene(db);
        for (int n = 0; n < 40; n++) {
            scene.approved("v" + n);
        }
        Activity activity = scene.activity(SOON, new Quota("", 5, 0));
        List<SignupState> states =
                Scene.together(40, n -> scene.signUp(activity, "v" + n).state());
        assertThat(states).filteredOn(SignupState.SEATED::equals).hasSize(5);
        assertThat(states).filteredOn(SignupState.WAITING::equals).hasSize(35);
        assertThat(taken(scene, activity)).isEqualTo(5);
    }

    @EachDatabase
    void no_seat_stays_empty_while_somebody_waits_though_all_come_and_go_at_once(TestDatabase db) throws Exception {
        Scene scene = new Scene(db);
        for (int n = 0; n < 24; n++) {
            scene.approved("v" + n);
        }
        Activity activity = scene.activity(SOON, new Quota("", 4, 0));
        List<Signup> signups = Scene.together(24, n -> {
            Signup signup = scene.signUp(activity, "v" + n);
            if (n % 2 == 0) {
                scene.seats.leave(signup.id());
            }
            return signup;
        });
        assertThat(signups.stream().map(scene::state).filter(SignupState.SEATED::equals))
                .hasSize(4);
        assertThat(signups.stream().map(scene::state).filter(SignupState.LEFT::equals))
                .hasSize(12);
        assertThat(taken(scene, activity)).isEqualTo(4);
    }

    @EachDatabase
    void the_first_in_the_queue_moves_up(TestDatabase db) {
        Scene scene = new Scene(db);
        List.of("a", "b", "c").forEach(scene::approved);
        Activity activity = scene.activity(SOON, new Quota("", 1, 0));
        Signup first = scene.signUp(activity, "a");
        Signup second = scene.signUp(activity, "b");
        Signup third = scene.signUp(activity, "c");
        assertThat(scene.seats.leave(first.id())).isTrue();
        assertThat(scene.seats.leave(first.id())).isFalse();
        assertThat(scene.state(second)).isEqualTo(SignupState.SEATED);
        assertThat(scene.state(third)).isEqualTo(SignupState.WAITING);
        assertThat(scene.signUp(activity, "a").state()).isEqualTo(SignupState.WAITING);
        scene.seats.leave(second.id());
        assertThat(scene.state(third)).isEqualTo(SignupState.SEATED);
    }

    @EachDatabase
    void a_seat_of_a_shift_that_is_over_is_kept_for_what_is_on_paper_even_by_who_leaves_the_street(TestDatabase db) {
        Scene scene = new Scene(db);
        long volunteer = scene.approved("a").id();
        Activity activity = scene.activity(SOON, new Quota("", 1, 0));
        Signup seat = scene.signUp(activity, "a");
        db.clock().moveTo(activity.shifts().get(0).endsAt());
        assertThat(scene.seats.leave(seat.id())).isFalse();
        scene.volunteers.leave(volunteer);
        assertThat(scene.state(seat)).isEqualTo(SignupState.SEATED);
    }

    @EachDatabase
    void seats_for_a_skill_are_for_those_who_have_it(TestDatabase db) {
        Scene scene = new Scene(db);
        scene.approved("nurse", "first-aid");
        scene.approved("other", "cooking");
        Activity activity = scene.activity(SOON, new Quota("first-aid", 1, 0), new Quota("", 1, 0));
        refused("skill-missing", () -> scene.signUp(activity, "other", "first-aid"));
        refused("unknown-skill", () -> scene.signUp(activity, "other", "cooking"));
        assertThat(scene.signUp(activity, "nurse", "first-aid").state()).isEqualTo(SignupState.SEATED);
        assertThat(scene.signUp(activity, "other").state()).isEqualTo(SignupState.SEATED);
    }

    @EachDatabase
    void nobody_is_in_two_shifts_at_a_time(TestDatabase db) throws Exception {
        Scene scene = new Scene(db);
        scene.approved("a");
        Activity one = scene.activity(SOON, new Quota("", 9, 0));
        Activity other = scene.activity(Duration.ofHours(2), new Quota("", 9, 0));
        Activity later = scene.activity(Duration.ofHours(3), new Quota("", 9, 0));
        scene.signUp(one, "a");
        refused("shifts-overlap", () -> scene.signUp(one, "a"));
        refused("shifts-overlap", () -> scene.signUp(other, "a"));
        assertThat(scene.signUp(later, "a").state()).isEqualTo(SignupState.SEATED);
    }

    @EachDatabase
    void strangers_applicants_and_late_comers_get_no_seat(TestDatabase db) {
        Scene scene = new Scene(db);
        scene.applied("hopeful");
        scene.approved("late");
        Activity activity = scene.activity(SOON, new Quota("", 9, 0));
        refused("not-a-volunteer", () -> scene.signUp(activity, "stranger"));
        refused("not-a-volunteer", () -> scene.signUp(activity, "hopeful"));
        scene.activities.cancel(activity, "rain");
        refused("activity-cancelled", () -> scene.signUp(activity, "late"));
    }

    @EachDatabase
    void a_cancellation_leaves_nobody_a_seat_though_people_sign_up_meanwhile(TestDatabase db) throws Exception {
        Scene scene = new Scene(db);
        for (int n = 0; n < 12; n++) {
            scene.approved("v" + n);
        }
        Activity activity = scene.activity(SOON, new Quota("", 50, 0));
        Scene.together(13, n -> {
            try {
                return n == 6
                        ? scene.activities.cancel(activity, "rain")
                        : scene.signUp(activity, "v" + (n < 6 ? n : n - 1));
            } catch (org.ezhili.platform.ProblemException refusal) {
                return refusal.problem().code();
            }
        });
        assertThat(scene.activities.find(activity.id()).orElseThrow().isCancelled())
                .isTrue();
        assertThat(scene.lists
                        .of(activity.id(), org.ezhili.platform.PageRequest.first(50))
                        .items())
                .allMatch(signup -> signup.state() == SignupState.CANCELLED);
    }
}
