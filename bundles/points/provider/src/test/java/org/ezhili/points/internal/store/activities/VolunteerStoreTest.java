package org.ezhili.points.internal.store.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.points.internal.domain.activities.Activity;
import org.ezhili.points.internal.domain.activities.Quota;
import org.ezhili.points.internal.domain.activities.Signup;
import org.ezhili.points.internal.domain.activities.SignupState;
import org.ezhili.points.internal.domain.activities.Volunteer;
import org.ezhili.points.internal.domain.activities.VolunteerState;
import org.junit.jupiter.api.Assertions;

class VolunteerStoreTest {

    static void refused(String code, Runnable call) {
        ProblemException refusal = Assertions.assertThrows(ProblemException.class, call::run);
        assertThat(refusal.problem().code()).isEqualTo(code);
    }

    @EachDatabase
    void an_application_comes_back_as_it_was_kept(TestDatabase db) {
        Scene scene = new Scene(db);
        Volunteer applied = scene.applied("wang", "first-aid", "驾驶");
        assertThat(scene.volunteers.of("wang")).containsExactly(applied);
        assertThat(applied.skills()).containsExactly("first-aid", "驾驶");
        assertThat(scene.volunteers.of("nobody")).isEmpty();
    }

    @EachDatabase
    void of_eight_who_apply_at_once_for_one_account_one_is_taken(TestDatabase db) throws Exception {
        Scene scene = new Scene(db);
        List<String> outcomes = Scene.together(8, n -> {
            try {
                scene.applied("wang");
                return "taken";
            } catch (ProblemException refusal) {
                return refusal.problem().code();
            }
        });
        assertThat(outcomes).containsOnlyOnce("taken").containsOnly("taken", "volunteer-already");
        assertThat(scene.volunteers.of("wang")).hasSize(1);
    }

    @EachDatabase
    void who_was_refused_or_has_left_may_apply_again_and_keeps_their_number(TestDatabase db) {
        Scene scene = new Scene(db);
        Volunteer first = scene.applied("wang");
        scene.volunteers.decide(first.id(), VolunteerState.REFUSED, "community", Optional.of("too young"));
        assertThat(scene.volunteers.find(first.id()).orElseThrow().reason()).contains("too young");
        assertThat(scene.applied("wang").id()).isEqualTo(first.id());
        scene.volunteers.leave(first.id());
        scene.volunteers.leave(first.id());
        Volunteer again = scene.approved("wang", "cooking");
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.skills()).containsExactly("cooking");
        refused("volunteer-already", () -> scene.applied("wang"));
    }

    @EachDatabase
    void a_decision_is_made_once(TestDatabase db) {
        Scene scene = new Scene(db);
        long id = scene.approved("wang").id();
        assertThat(scene.volunteers
                        .decide(id, VolunteerState.APPROVED, "other", Optional.empty())
                        .state())
                .isEqualTo(VolunteerState.APPROVED);
        refused(
                "volunteer-state",
                () -> scene.volunteers.decide(id, VolunteerState.REFUSED, "other", Optional.of("no")));
        scene.volunteers.leave(id);
        refused(
                "volunteer-state",
                () -> scene.volunteers.decide(id, VolunteerState.APPROVED, "other", Optional.empty()));
    }

    @EachDatabase
    void a_list_is_paged_and_shows_no_other_area(TestDatabase db) {
        Scene scene = new Scene(db);
        for (int n = 0; n < 5; n++) {
            scene.applied("v" + n);
        }
        var first = scene.volunteers.list(List.of(Scene.COMMUNITY), Optional.empty(), PageRequest.first(3));
        var second = scene.volunteers.list(
                List.of(Scene.STREET), Optional.of(VolunteerState.APPLIED), new PageRequest(3, first.next()));
        assertThat(first.items()).extracting(Volunteer::account).containsExactly("v4", "v3", "v2");
        assertThat(second.items()).extracting(Volunteer::account).containsExactly("v1", "v0");
        assertThat(second.next()).isEmpty();
        assertThat(scene.volunteers
                        .list(
                                List.of(org.ezhili.platform.AreaCode.of("340603003")),
                                Optional.empty(),
                                PageRequest.first(3))
                        .items())
                .isEmpty();
        refused(
                "bad-request",
                () -> scene.volunteers.list(
                        List.of(Scene.STREET), Optional.empty(), new PageRequest(3, Optional.of("x"))));
    }

    @EachDatabase
    void who_leaves_gives_their_seats_to_those_who_wait(TestDatabase db) {
        Scene scene = new Scene(db);
        Volunteer leaver = scene.approved("wang");
        scene.approved("li");
        Activity activity = scene.activity(Duration.ofHours(1), new Quota("", 1, 0));
        Signup seated = scene.signUp(activity, "wang");
        Signup waiting = scene.signUp(activity, "li");
        scene.volunteers.leave(leaver.id());
        assertThat(scene.state(seated)).isEqualTo(SignupState.LEFT);
        assertThat(scene.state(waiting)).isEqualTo(SignupState.SEATED);
        refused("not-a-volunteer", () -> scene.signUp(activity, "wang"));
    }
}
