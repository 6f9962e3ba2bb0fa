package org.ezhili.points.internal.store.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.points.Balance;
import org.ezhili.points.internal.domain.activities.Activity;
import org.ezhili.points.internal.domain.activities.Anomaly;
import org.ezhili.points.internal.domain.activities.Presence;
import org.ezhili.points.internal.domain.activities.Quota;
import org.ezhili.points.internal.domain.activities.Signup;
import org.ezhili.points.internal.domain.activities.SignupState;
import org.ezhili.points.internal.domain.activities.Spot;
import org.ezhili.points.internal.store.ledger.Reconciliation;

class SuspicionsTest {

    private static final Duration SOON = Duration.ofHours(1);
    private static final Quota SEATS = new Quota("", 50, 0);
    private static final AreaCode ELSEWHERE = AreaCode.of("340603003");

    private static List<Anomaly> open(Scene scene) {
        return scene.anomalies
                .list(List.of(Scene.STREET), Optional.of(true), PageRequest.first(50))
                .items();
    }

    private static List<Signup> about(Scene scene, Anomaly anomaly) {
        return scene.lists.about(anomaly, List.of(Scene.STREET));
    }

    private static Signup cameWith(Scene scene, Activity activity, String account, String device) {
        Signup signup = scene.signUp(activity, account);
        Instant at = activity.shifts().get(0).startsAt();
        return scene.checkIns.checkIn(signup, new Presence(Scene.SQUARE, at, account, Optional.of(device)));
    }

    @EachDatabase
    void one_phone_for_three_people_is_found_once_and_two_share_theirs_unseen(TestDatabase db) {
        Scene scene = new Scene(db);
        List.of("a", "b", "c", "d", "e").forEach(scene::approved);
        Activity activity = scene.activity(SOON, SEATS);
        cameWith(scene, activity, "a", "one");
        cameWith(scene, activity, "b", "one");
        cameWith(scene, activity, "c", "other");
        cameWith(scene, activity, "d", "other");
        db.clock().moveTo(activity.shifts().get(0).endsAt());
        scene.suspicions.run();
        assertThat(open(scene)).isEmpty();
        cameWith(scene, activity, "e", "one");
        scene.suspicions.run();
        scene.suspicions.run();
        assertThat(open(scene)).hasSize(1);
        Anomaly found = open(scene).get(0);
        assertThat(found.kind()).isEqualTo(Anomaly.Kind.DEVICE);
        assertThat(found.times()).isEqualTo(3);
        assertThat(about(scene, found)).extracting(Signup::account).containsExactly("e", "b", "a");
        assertThat(scene.lists.about(found, List.of(ELSEWHERE))).isEmpty();
    }

    @EachDatabase
    void what_a_phone_did_more_than_ninety_days_before_is_not_brought_up(TestDatabase db) {
        Scene scene = new Scene(db);
        List.of("a", "b", "c", "d").forEach(scene::approved);
        Activity old = scene.activity(SOON, SEATS);
        cameWith(scene, old, "d", "one");
        db.clock().moveTo(old.shifts().get(0).startsAt().plus(Duration.ofDays(90)));
        Activity activity = scene.activity(SOON, SEATS);
        List.of("a", "b", "c").forEach(account -> cameWith(scene, activity, account, "one"));
        db.clock().moveTo(activity.shifts().get(0).startsAt());
        scene.suspicions.run();
        assertThat(about(scene, open(scene).get(0))).extracting(Signup::account).containsExactly("c", "b", "a");
    }

    @EachDatabase
    void a_coordinator_who_checks_in_the_same_two_by_hand_is_found_and_a_fair_one_is_not(TestDatabase db) {
        Scene scene = new Scene(db);
        for (int n = 0; n < 12; n++) {
            scene.approved("v" + n);
        }
        for (int n = 0; n < 12; n++) {
            Activity activity = scene.activity(SOON, SEATS);
            Instant at = activity.shifts().get(0).startsAt();
            scene.checkIns.checkIn(scene.signUp(activity, "v" + n % 2), Scene.by("friend", Scene.SQUARE, at));
            scene.checkIns.checkIn(scene.signUp(activity, "v" + (n % 10 + 2)), Scene.by("fair", Scene.SQUARE, at));
            db.clock().moveTo(activity.shifts().get(0).endsAt());
        }
        scene.suspicions.run();
        scene.suspicions.run();
        assertThat(open(scene))
                .extracting(Anomaly::account, one -> one.other().orElseThrow(), Anomaly::times)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("friend", "v0", 6L),
                        org.assertj.core.groups.Tuple.tuple("friend", "v1", 6L));
        assertThat(about(scene, open(scene).get(0))).hasSize(6);
        assertThat(scene.lists.about(open(scene).get(0), List.of(ELSEWHERE))).isEmpty();
    }

    @EachDatabase
    void hours_that_somebody_objects_to_wait_for_a_person_and_count_when_cleared(TestDatabase db) throws Exception {
        Scene scene = new Scene(db);
        scene.approved("wang");
        Activity activity = scene.activity(SOON, SEATS);
        Signup served = scene.serve(activity, scene.signUp(activity, "wang"));
        Scene.together(8, n -> {
            scene.anomalies.object(served, "li", "was not there");
            return n;
        });
        assertThat(open(scene)).hasSize(1);
        db.clock().moveTo(served.countsAt().orElseThrow());
        scene.counting.run();
        assertThat(scene.ledger.balance("wang").available()).isZero();
        Anomaly judged = scene.anomalies.judge(open(scene).get(0), false, "street.east", "he was");
        assertThat(judged.judgement().orElseThrow().upheld()).isFalse();
        scene.counting.run();
        assertThat(scene.ledger.balance("wang").available()).isEqualTo(20);
        assertThat(open(scene)).isEmpty();
    }

    @EachDatabase
    void travel_that_a_person_upholds_takes_hours_and_points_back_once(TestDatabase db) throws Exception {
        Scene scene = new Scene(db);
        scene.approved("wang");
        Activity near = scene.activity(SOON, SEATS);
        Signup first = scene.serve(near, scene.signUp(near, "wang"));
        Activity far = scene.activity(new Spot(118.8, 32.0), Duration.ofMinutes(10), SEATS);
        Signup second = scene.serve(far, scene.signUp(far, "wang"));
        db.clock().moveTo(second.countsAt().orElseThrow());
        scene.counting.run();
        assertThat(scene.ledger.balance("wang").available()).isEqualTo(40);
        Anomaly travel = open(scene).get(0);
        assertThat(travel.kind()).isEqualTo(Anomaly.Kind.TRAVEL);
        assertThat(about(scene, travel)).extracting(Signup::id).containsExactly(second.id(), first.id());
        Scene.together(4, n -> scene.anomalies.judge(travel, true, "street.east", "not possible"));
        assertThat(scene.ledger.balance("wang")).isEqualTo(new Balance(20, 0, 0));
        assertThat(scene.volunteers.of("wang").get(0).minutes()).isEqualTo(120);
        assertThat(scene.state(second)).isEqualTo(SignupState.STRUCK);
        assertThat(scene.anomalies
                        .judge(travel, false, "district", "late")
                        .judgement()
                        .orElseThrow()
                        .by())
                .isEqualTo("street.east");
        assertThat(new Reconciliation(db.database()).run()).isEmpty();
    }

    @EachDatabase
    void what_is_entered_from_paper_later_is_not_held_against_what_came_after_it(TestDatabase db) {
        Scene scene = new Scene(db);
        scene.approved("wang");
        Activity monday = scene.activity(SOON, SEATS);
        Activity tuesday = scene.activity(new Spot(117.3, 33.9), Duration.ofDays(1), SEATS);
        Signup onPaper = scene.signUp(monday, "wang");
        Signup byPhone = scene.signUp(tuesday, "wang");
        Instant then = tuesday.shifts().get(0).startsAt();
        db.clock().moveTo(then);
        scene.checkIns.checkIn(byPhone, Scene.by("wang", tuesday.spot(), then));
        scene.checkIns.checkIn(
                onPaper,
                Scene.by("community", monday.spot(), monday.shifts().get(0).startsAt()));
        assertThat(open(scene)).isEmpty();
    }

    @EachDatabase
    void a_phone_that_was_cleared_is_found_again_when_as_many_others_use_it_another_month(TestDatabase db) {
        Scene scene = new Scene(db);
        List.of("a", "b", "c", "x", "y", "z").forEach(scene::approved);
        Activity spring = scene.activity(SOON, SEATS);
        List.of("a", "b", "c").forEach(account -> cameWith(scene, spring, account, "one"));
        scene.suspicions.run();
        scene.anomalies.judge(open(scene).get(0), false, "street.east", "a family");
        db.clock().forward(Duration.ofDays(120));
        Activity summer = scene.activity(SOON, SEATS);
        List.of("x", "y", "z").forEach(account -> cameWith(scene, summer, account, "one"));
        scene.suspicions.run();
        assertThat(open(scene)).extracting(Anomaly::times).containsExactly(3L);
    }

    @EachDatabase
    void another_streets_suspicions_are_not_in_the_list(TestDatabase db) {
        Scene scene = new Scene(db);
        scene.approved("wang");
        Activity activity = scene.activity(SOON, SEATS);
        scene.anomalies.object(scene.serve(activity, scene.signUp(activity, "wang")), "li", "no");
        assertThat(scene.anomalies
                        .list(List.of(AreaCode.of("340603003")), Optional.empty(), PageRequest.first(9))
                        .items())
                .isEmpty();
        assertThat(scene.anomalies
                        .list(List.of(AreaCode.of("340603")), Optional.of(false), PageRequest.first(9))
                        .items())
                .isEmpty();
    }
}
