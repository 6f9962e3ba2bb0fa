package org.ezhili.points.internal.store.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.points.internal.domain.activities.Activity;
import org.ezhili.points.internal.domain.activities.Quota;
import org.ezhili.points.internal.domain.activities.Team;
import org.ezhili.points.internal.domain.activities.Volunteer;
import org.ezhili.points.internal.store.activities.TeamStore.Filter;

class TeamStoreTest {

    private static Team formed(Scene scene, String leader) {
        Team team = new Team(scene.db.ids().next(), Scene.COMMUNITY, "红马甲", leader, 1, 0);
        scene.teams.form(IdempotencyKey.of("points.team", "community", null, team), team, "community");
        return team;
    }

    private static Team read(Scene scene, Team team) {
        return scene.teams.find(team.id()).orElseThrow();
    }

    @EachDatabase
    void a_team_has_its_members_and_their_hours_in_this_street(TestDatabase db) {
        Scene scene = new Scene(db);
        List.of("wang", "li").forEach(scene::approved);
        Activity activity = scene.activity(java.time.Duration.ofHours(1), new Quota("", 5, 0));
        db.clock()
                .moveTo(scene.serve(activity, scene.signUp(activity, "li"))
                        .countsAt()
                        .orElseThrow());
        scene.counting.run();
        Team team = formed(scene, "wang");
        scene.members.add(team, "li", "wang");
        scene.members.add(team, "li", "wang");
        assertThat(read(scene, team)).isEqualTo(new Team(team.id(), Scene.COMMUNITY, "红马甲", "wang", 2, 120));
        assertThat(scene.teams
                        .list(List.of(Scene.STREET), Filter.ALL, PageRequest.first(9))
                        .items())
                .containsExactly(read(scene, team));
        assertThat(scene.teams
                        .list(List.of(AreaCode.of("340603003")), Filter.ALL, PageRequest.first(9))
                        .items())
                .isEmpty();
        var first = scene.members.of(team, PageRequest.first(1));
        var second = scene.members.of(team, new PageRequest(1, first.next()));
        assertThat(List.of(first.items().get(0), second.items().get(0)))
                .extracting(Volunteer::account)
                .containsExactly("li", "wang");
    }

    @EachDatabase
    void who_is_no_approved_volunteer_of_the_street_is_in_no_team(TestDatabase db) {
        Scene scene = new Scene(db);
        scene.applied("hopeful");
        scene.approved("wang");
        Team team = formed(scene, "wang");
        Team none = new Team(1, Scene.COMMUNITY, "", "", 0, 0);
        VolunteerStoreTest.refused("unknown-volunteer", () -> formed(scene, "hopeful"));
        VolunteerStoreTest.refused("unknown-volunteer", () -> scene.members.add(team, "hopeful", "wang"));
        VolunteerStoreTest.refused("unknown-volunteer", () -> scene.members.add(team, "nobody", "wang"));
        VolunteerStoreTest.refused("not-a-member", () -> scene.members.lead(team, "hopeful", "community"));
        VolunteerStoreTest.refused("team-leader", () -> scene.members.remove(team, "wang", "wang"));
        VolunteerStoreTest.refused("team-dissolved", () -> scene.members.add(none, "wang", "wang"));
    }

    @EachDatabase
    void who_leaves_the_street_leaves_its_teams_and_a_team_may_be_without_a_leader(TestDatabase db) {
        Scene scene = new Scene(db);
        Volunteer wang = scene.approved("wang");
        scene.approved("li");
        Team team = formed(scene, "wang");
        scene.members.add(team, "li", "wang");
        scene.volunteers.leave(wang.id());
        assertThat(read(scene, team).leader()).isEmpty();
        assertThat(read(scene, team).members()).isEqualTo(1);
        scene.members.lead(team, "li", "community");
        assertThat(read(scene, team).leader()).isEqualTo("li");
        scene.teams.dissolve(team);
        assertThat(scene.teams.find(team.id())).isEmpty();
    }

    @EachDatabase
    void many_who_add_the_same_member_at_once_add_them_once(TestDatabase db) throws Exception {
        Scene scene = new Scene(db);
        List.of("wang", "li").forEach(scene::approved);
        Team team = formed(scene, "wang");
        Scene.together(8, n -> {
            scene.members.add(team, "li", "wang");
            return n;
        });
        assertThat(read(scene, team).members()).isEqualTo(2);
    }

    @EachDatabase
    void a_full_team_takes_nobody(TestDatabase db) {
        Scene scene = new Scene(db);
        scene.approved("wang");
        scene.approved("late");
        Team team = formed(scene, "wang");
        db.database().write(work -> {
            for (int n = 1; n < Team.MOST_MEMBERS; n++) {
                work.entities()
                        .persist(TeamMemberRow.of(team.id(), "v" + n, db.clock().instant()));
            }
            return Optional.empty();
        });
        VolunteerStoreTest.refused("team-full", () -> scene.members.add(team, "late", "wang"));
    }

    @EachDatabase
    void a_refused_key_is_free_for_another_try(TestDatabase db) {
        Scene scene = new Scene(db);
        Team team = new Team(db.ids().next(), Scene.COMMUNITY, "队", "wang", 1, 0);
        IdempotencyKey key = IdempotencyKey.of("points.team", "community", "k", team);
        try {
            scene.teams.form(key, team, "community");
        } catch (ProblemException notYet) {
            scene.approved("wang");
        }
        scene.teams.form(key, team, "community");
        scene.teams.form(key, team, "community");
        assertThat(read(scene, team).members()).isEqualTo(1);
    }
}
