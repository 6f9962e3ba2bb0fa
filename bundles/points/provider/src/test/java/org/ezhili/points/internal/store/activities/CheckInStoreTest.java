package org.ezhili.points.internal.store.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.points.Balance;
import org.ezhili.points.internal.domain.activities.Activity;
import org.ezhili.points.internal.domain.activities.Quota;
import org.ezhili.points.internal.domain.activities.Shift;
import org.ezhili.points.internal.domain.activities.Signup;
import org.ezhili.points.internal.domain.activities.SignupState;
import org.ezhili.points.internal.domain.activities.Spot;

class CheckInStoreTest {

    private static final Duration SOON = Duration.ofHours(1);
    private static final Quota SEATS = new Quota("", 9, 0);

    @EachDatabase
    void the_same_check_in_a_hundred_times_at_once_has_one_effect(TestDatabase db) throws Exception {
        Scene scene = new Scene(db);
        scene.approved("wang");
        Activity before = scene.activity(new Spot(117.8, 33.9), SOON, SEATS);
        scene.serve(before, scene.signUp(before, "wang"));
        Activity activity = scene.activity(Duration.ofMinutes(1), SEATS);
        Signup signup = scene.signUp(activity, "wang");
        List<Signup> answers = Scene.together(
                100,
                n -> scene.checkIns.checkIn(
                        signup,
                        Scene.by("wang", Scene.SQUARE, db.clock().instant().plusMillis(n))));
        assertThat(new HashSet<>(answers)).hasSize(1);
        assertThat(answers.get(0).state()).isEqualTo(SignupState.PRESENT);
        assertThat(scene.anomalies
                        .list(List.of(Scene.STREET), Optional.empty(), PageRequest.first(50))
                        .items())
                .hasSize(1);
    }

    @EachDatabase
    void the_same_check_out_a_hundred_times_at_once_gives_the_points_once(TestDatabase db) throws Exception {
        Scene scene = new Scene(db);
        scene.approved("wang");
        Activity activity = scene.activity(SOON, SEATS);
        Signup signup = scene.signUp(activity, "wang");
        Shift shift = activity.shifts().get(0);
        scene.checkIns.checkIn(signup, Scene.by("wang", Scene.SQUARE, shift.startsAt()));
        Scene.together(
                100,
                n -> scene.checkIns.checkOut(signup, shift, shift.endsAt().minusMillis(n), shift.endsAt(), "wang"));
        db.clock().moveTo(shift.endsAt());
        Scene.together(4, n -> {
            scene.counting.run();
            return n;
        });
        assertThat(scene.ledger.balance("wang").available()).isBetween(10L, 20L);
        assertThat(scene.volunteers.of("wang").get(0).minutes()).isBetween(119L, 120L);
    }

    @EachDatabase
    void hours_count_only_after_they_have_been_public_for_three_working_days(TestDatabase db) {
        Scene scene = new Scene(db);
        scene.approved("wang");
        Activity activity = scene.activity(SOON, SEATS);
        Signup served = scene.serve(activity, scene.signUp(activity, "wang"));
        assertThat(served.minutes()).isEqualTo(120);
        assertThat(scene.lists
                        .shown(List.of(Scene.STREET), PageRequest.first(9))
                        .items())
                .containsExactly(served);
        db.clock().moveTo(served.countsAt().orElseThrow().minusMillis(1));
        scene.counting.run();
        assertThat(scene.ledger.balance("wang")).isEqualTo(new Balance(0, 0, 0));
        db.clock().forward(Duration.ofMillis(1));
        scene.counting.run();
        scene.counting.run();
        assertThat(scene.ledger.balance("wang")).isEqualTo(new Balance(20, 0, 0));
        assertThat(scene.volunteers.of("wang").get(0).minutes()).isEqualTo(120);
        assertThat(scene.lists
                        .shown(List.of(Scene.STREET), PageRequest.first(9))
                        .items())
                .isEmpty();
    }

    @EachDatabase
    void hours_of_a_street_that_does_without_points_are_public_anew_once_it_has_them_again(TestDatabase db) {
        Scene scene = new Scene(db);
        scene.approved("wang");
        Activity activity = scene.activity(SOON, SEATS);
        Signup served = scene.serve(activity, scene.signUp(activity, "wang"));
        Instant first = served.countsAt().orElseThrow();
        db.clock().forward(Duration.ofDays(1));
        scene.counting.run();
        assertThat(countsAt(scene, served)).isEqualTo(first);
        scene.off.add(Scene.STREET);
        scene.counting.run();
        assertThat(countsAt(scene, served)).isAfter(first);
        db.clock().moveTo(first.plus(Duration.ofDays(30)));
        scene.counting.run();
        scene.off.clear();
        scene.counting.run();
        assertThat(scene.state(served)).isEqualTo(SignupState.SERVED);
        Instant anew = countsAt(scene, served);
        assertThat(anew).isAfterOrEqualTo(db.clock().instant().plus(Duration.ofDays(3)));
        db.clock().moveTo(anew.minusMillis(1));
        scene.counting.run();
        assertThat(scene.ledger.balance("wang").available()).isZero();
        db.clock().moveTo(anew);
        scene.counting.run();
        assertThat(scene.ledger.balance("wang").available()).isEqualTo(20);
    }

    private static Instant countsAt(Scene scene, Signup signup) {
        return scene.lists.find(signup.id()).orElseThrow().countsAt().orElseThrow();
    }

    @EachDatabase
    void a_cancellation_takes_hours_and_points_back_once(TestDatabase db) throws Exception {
        Scene scene = new Scene(db);
        scene.approved("wang");
        scene.approved("li");
        Activity activity = scene.activity(SOON, SEATS);
        Signup one = scene.signUp(activity, "wang");
        Signup absent = scene.signUp(activity, "li");
        db.clock().moveTo(scene.serve(activity, one).countsAt().orElseThrow());
        scene.counting.run();
        assertThat(scene.ledger.balance("wang").available()).isEqualTo(20);
        assertThat(Scene.together(4, n -> scene.activities.cancel(activity, "fraud")))
                .containsOnlyOnce(true);
        assertThat(scene.ledger.balance("wang")).isEqualTo(new Balance(0, 0, 0));
        assertThat(scene.volunteers.of("wang").get(0).minutes()).isZero();
        assertThat(List.of(scene.state(one), scene.state(absent))).containsOnly(SignupState.CANCELLED);
    }

    @EachDatabase
    void counting_and_cancelling_at_once_leaves_no_points(TestDatabase db) throws Exception {
        Scene scene = new Scene(db);
        scene.approved("wang");
        for (int round = 0; round < 5; round++) {
            Activity activity = scene.activity(SOON, SEATS);
            Signup signup = scene.signUp(activity, "wang");
            db.clock().moveTo(scene.serve(activity, signup).countsAt().orElseThrow());
            Scene.together(2, n -> {
                if (n == 0) {
                    scene.counting.run();
                } else {
                    scene.activities.cancel(activity, "rain");
                }
                return n;
            });
            assertThat(scene.state(signup)).isEqualTo(SignupState.CANCELLED);
            assertThat(scene.ledger.balance("wang")).isEqualTo(new Balance(0, 0, 0));
            assertThat(scene.volunteers.of("wang").get(0).minutes()).isZero();
        }
    }

    @EachDatabase
    void hours_that_were_struck_never_count(TestDatabase db) {
        Scene scene = new Scene(db);
        scene.approved("wang");
        Activity activity = scene.activity(SOON, SEATS);
        Signup served = scene.serve(activity, scene.signUp(activity, "wang"));
        assertThat(scene.checkIns.strike(served, "was not there").state()).isEqualTo(SignupState.STRUCK);
        db.clock().moveTo(served.countsAt().orElseThrow());
        scene.counting.run();
        assertThat(scene.ledger.balance("wang").available()).isZero();
    }

    @EachDatabase
    void who_waits_has_left_or_never_came_is_not_checked_in_or_out(TestDatabase db) {
        Scene scene = new Scene(db);
        List.of("a", "b", "c").forEach(scene::approved);
        Activity activity = scene.activity(SOON, new Quota("", 1, 0));
        Shift shift = activity.shifts().get(0);
        Signup seated = scene.signUp(activity, "a");
        Signup waiting = scene.signUp(activity, "b");
        Signup left = scene.signUp(activity, "c");
        scene.seats.leave(left.id());
        assertThat(scene.checkIns
                        .checkIn(waiting, Scene.by("b", Scene.SQUARE, shift.startsAt()))
                        .state())
                .isEqualTo(SignupState.WAITING);
        assertThat(scene.checkIns
                        .checkIn(left, Scene.by("c", Scene.SQUARE, shift.startsAt()))
                        .state())
                .isEqualTo(SignupState.LEFT);
        assertThat(scene.checkIns
                        .checkOut(seated, shift, shift.endsAt(), shift.endsAt(), "a")
                        .state())
                .isEqualTo(SignupState.SEATED);
        scene.checkIns.checkIn(seated, Scene.by("a", Scene.SQUARE, shift.startsAt()));
        assertThat(scene.seats.leave(seated.id())).isFalse();
        assertThat(scene.state(waiting)).isEqualTo(SignupState.WAITING);
    }

    @EachDatabase
    void all_nodes_share_one_secret(TestDatabase db) throws Exception {
        List<String> secrets = Scene.together(
                8, n -> java.util.HexFormat.of().formatHex(new Secrets(db.database(), db.clock()).checkIn()));
        assertThat(new HashSet<>(secrets)).hasSize(1);
        assertThat(secrets.get(0)).hasSize(64);
    }
}
