package org.ezhili.points.internal.rest.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.ezhili.points.internal.rest.activities.Counter.COMMUNITY;
import static org.ezhili.points.internal.rest.activities.Counter.refused;

import java.util.List;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.platform.security.Caller;
import org.ezhili.points.internal.rest.notices.NoticeJson;
import org.ezhili.points.internal.rest.notices.NoticesResource;

class TeamsRestTest {

    /** A counter with a team of the resident's, in the east. */
    private record Hall(Counter counter, TeamJson team) {

        Caller as(String who) {
            return counter.place().caller(who);
        }

        <R> R at(Class<R> type) {
            return counter.place().resource(type);
        }

        TeamJson seenBy(String who) {
            return at(TeamResource.class).one(as(who), team.id());
        }

        void ask(String who) {
            at(TeamRequestsResource.class).ask(as(who), team.id(), who);
        }

        void add(String who, String member) {
            at(TeamMembersResource.class).add(as(who), team.id(), member);
        }

        List<TeamJson> listed(String who, String area, String search, boolean mine, boolean managed) {
            return at(TeamsResource.class)
                    .list(as(who), area, search, mine, managed, null, null)
                    .items();
        }

        List<TeamSignupJson> signUp(String who, String key, ActivityJson activity) {
            TeamShiftJson shift = new TeamShiftJson(activity.shifts().get(0).id(), null);
            return at(TeamSignupsResource.class)
                    .signUp(as(who), team.id(), key, shift)
                    .items();
        }

        List<String> told(String who) {
            return at(NoticesResource.class).list(as(who), null, null).items().stream()
                    .map(NoticeJson::kind)
                    .filter(kind -> !kind.equals("volunteer-approved"))
                    .toList();
        }

        static Hall on(TestDatabase db, String... volunteers) {
            Counter counter = Counter.on(db);
            List.of(volunteers).forEach(counter::volunteer);
            return new Hall(counter, formed(counter, "红马甲", volunteers[0]));
        }
    }

    private static TeamJson formed(Counter counter, String name, String leader) {
        return (TeamJson) counter.place()
                .resource(TeamsResource.class)
                .form(counter.place().caller("community"), null, new NewTeamJson(COMMUNITY, name, leader))
                .getEntity();
    }

    @EachDatabase
    void a_neighbour_asks_the_leader_lets_them_in_and_both_learn_of_it(TestDatabase db) {
        Hall hall = Hall.on(db, "resident", "neighbour");
        assertThat(hall.seenBy("neighbour").mine()).isEqualTo("none");
        hall.ask("neighbour");
        hall.ask("neighbour");
        assertThat(hall.seenBy("neighbour").mine()).isEqualTo("asked");
        assertThat(hall.seenBy("neighbour").requests()).isNull();
        assertThat(hall.seenBy("resident").requests()).isEqualTo(1);
        assertThat(hall.told("resident")).containsExactly("team-asked", "team-leader");
        assertThat(hall.at(TeamRequestsResource.class)
                        .list(hall.as("resident"), hall.team().id(), null, null)
                        .items())
                .extracting(VolunteerJson::account)
                .containsExactly("neighbour");
        hall.add("resident", "neighbour");
        hall.add("resident", "neighbour");
        assertThat(hall.seenBy("neighbour").mine()).isEqualTo("member");
        assertThat(hall.seenBy("resident").requests()).isNull();
        assertThat(hall.told("neighbour")).containsExactly("team-joined");
    }

    @EachDatabase
    void a_wish_is_taken_back_or_declined_and_asked_again(TestDatabase db) {
        Hall hall = Hall.on(db, "resident", "neighbour");
        TeamRequestsResource requests = hall.at(TeamRequestsResource.class);
        hall.ask("neighbour");
        requests.end(hall.as("neighbour"), hall.team().id(), "neighbour");
        assertThat(hall.seenBy("neighbour").mine()).isEqualTo("none");
        assertThat(hall.told("neighbour")).isEmpty();
        hall.ask("neighbour");
        requests.end(hall.as("resident"), hall.team().id(), "neighbour");
        requests.end(hall.as("resident"), hall.team().id(), "neighbour");
        assertThat(hall.told("neighbour")).containsExactly("team-declined");
    }

    @EachDatabase
    void nobody_asks_for_another_or_in_another_street_or_before_they_are_a_volunteer(TestDatabase db) {
        Hall hall = Hall.on(db, "resident", "neighbour");
        String id = hall.team().id();
        TeamRequestsResource requests = hall.at(TeamRequestsResource.class);
        refused(() -> requests.ask(hall.as("neighbour"), id, "worker"), 404, "not-found");
        refused(() -> requests.ask(hall.as("worker.west"), id, "worker.west"), 404, "not-found");
        refused(() -> hall.ask("worker"), 422, "unknown-volunteer");
        refused(() -> requests.list(hall.as("neighbour"), id, null, null), 404, "not-found");
        refused(() -> requests.end(hall.as("neighbour"), id, "resident"), 404, "not-found");
        refused(() -> requests.ask(hall.as("neighbour"), "x", "neighbour"), 404, "not-found");
        hall.at(TeamResource.class).dissolve(hall.as("community"), id);
        refused(() -> hall.ask("neighbour"), 404, "not-found");
    }

    @EachDatabase
    void members_see_each_others_names_and_nobody_else_does(TestDatabase db) {
        Hall hall = Hall.on(db, "resident", "neighbour", "worker");
        hall.add("resident", "neighbour");
        String id = hall.team().id();
        TeamResource teams = hall.at(TeamResource.class);
        assertThat(teams.roster(hall.as("neighbour"), id, null, null).items())
                .containsExactlyInAnyOrder(
                        new RosterJson("name of resident", true), new RosterJson("name of neighbour", false));
        assertThat(teams.roster(hall.as("community"), id, 1, null).next()).isNotNull();
        hall.ask("worker");
        refused(() -> teams.roster(hall.as("worker"), id, null, null), 404, "not-found");
        refused(() -> teams.roster(hall.as("street.west"), id, null, null), 404, "not-found");
        refused(() -> hall.at(TeamMembersResource.class).list(hall.as("neighbour"), id, null, null), 404, "not-found");
        hall.counter().place().offStreets.add("340603002");
        refused(() -> teams.roster(hall.as("neighbour"), id, null, null), 403, "module-off");
    }

    @EachDatabase
    void a_leader_says_who_is_in_the_team_and_signs_it_up(TestDatabase db) {
        Hall hall = Hall.on(db, "resident", "neighbour", "worker");
        TeamMembersResource members = hall.at(TeamMembersResource.class);
        hall.add("resident", "neighbour");
        hall.add("resident", "worker");
        assertThat(members.list(hall.as("resident"), hall.team().id(), null, null)
                        .items())
                .hasSize(3);
        members.remove(hall.as("worker"), hall.team().id(), "worker");
        assertThat(hall.told("worker")).containsExactly("team-joined");
        ActivityJson activity = hall.counter().publish("community", COMMUNITY);
        hall.counter().signUp("neighbour", activity);
        assertThat(hall.signUp("resident", null, activity))
                .extracting(TeamSignupJson::account, TeamSignupJson::state, TeamSignupJson::refusal)
                .containsExactlyInAnyOrder(
                        tuple("resident", "seated", null), tuple("neighbour", null, "shifts-overlap"));
    }

    @EachDatabase
    void who_is_signed_up_by_their_leader_is_told_once_though_the_request_is_repeated(TestDatabase db) {
        Hall hall = Hall.on(db, "resident", "neighbour");
        hall.add("resident", "neighbour");
        ActivityJson activity = hall.counter().publish("community", COMMUNITY);
        List<TeamSignupJson> first = hall.signUp("resident", "once", activity);
        assertThat(hall.signUp("resident", "once", activity)).isEqualTo(first);
        assertThat(hall.told("neighbour")).containsExactly("signed-up", "team-joined");
        assertThat(hall.told("resident")).containsExactly("team-leader");
        ActivityJson later = hall.counter().publish("community", COMMUNITY);
        assertThat(hall.signUp("resident", "once", later))
                .extracting(TeamSignupJson::refusal)
                .containsOnly("idempotency-key-reused");
    }

    @EachDatabase
    void an_office_finds_its_teams_by_name_and_renames_them(TestDatabase db) {
        Hall hall = Hall.on(db, "resident", "neighbour");
        TeamJson other = formed(hall.counter(), "100%_Help!", "neighbour");
        assertThat(hall.listed("community", null, "马", false, true))
                .extracting(TeamJson::id)
                .containsExactly(hall.team().id());
        assertThat(hall.listed("community", COMMUNITY, "%_help!", false, true))
                .extracting(TeamJson::id)
                .containsExactly(other.id());
        assertThat(hall.listed("community", null, "0_H", false, true)).isEmpty();
        assertThat(hall.listed("neighbour", null, null, true, false))
                .extracting(TeamJson::id)
                .containsExactly(other.id());
        assertThat(hall.listed("street.west", null, null, false, true)).isEmpty();
        assertThat(hall.listed("resident", null, null, false, true)).isEmpty();
        refused(() -> hall.listed("community", null, "长".repeat(41), false, true), 400, "bad-request");
        refused(() -> hall.listed("community", "340603003", null, false, true), 404, "not-found");
        TeamResource teams = hall.at(TeamResource.class);
        assertThat(teams.rename(hall.as("community"), other.id(), new TeamNameJson(" 邻里帮 "))
                        .name())
                .isEqualTo("邻里帮");
        TeamNameJson stolen = new TeamNameJson("x");
        refused(() -> teams.rename(hall.as("street.west"), other.id(), stolen), 404, "not-found");
        refused(() -> teams.rename(hall.as("neighbour"), other.id(), stolen), 404, "not-found");
        assertThat(hall.seenBy("resident").name()).isEqualTo("红马甲");
    }

    @EachDatabase
    void who_is_taken_out_made_leader_or_loses_the_team_is_told(TestDatabase db) {
        Hall hall = Hall.on(db, "resident", "neighbour", "worker");
        String id = hall.team().id();
        hall.add("resident", "neighbour");
        hall.add("resident", "worker");
        hall.at(TeamMembersResource.class).remove(hall.as("resident"), id, "worker");
        TeamResource teams = hall.at(TeamResource.class);
        assertThat(teams.lead(hall.as("community"), id, new LeaderJson("neighbour"))
                        .leader())
                .isEqualTo("neighbour");
        teams.lead(hall.as("community"), id, new LeaderJson("neighbour"));
        teams.dissolve(hall.as("community"), id);
        assertThat(hall.told("worker")).containsExactly("team-removed", "team-joined");
        assertThat(hall.told("neighbour")).containsExactly("team-dissolved", "team-leader", "team-joined");
    }

    @EachDatabase
    void who_leads_no_team_changes_none_and_another_streets_team_is_not_there(TestDatabase db) {
        Hall hall = Hall.on(db, "resident", "neighbour");
        String id = hall.team().id();
        TeamResource teams = hall.at(TeamResource.class);
        refused(() -> hall.add("neighbour", "neighbour"), 404, "not-found");
        refused(() -> teams.one(hall.as("worker.west"), id), 404, "not-found");
        refused(() -> teams.dissolve(hall.as("street.west"), id), 404, "not-found");
        refused(() -> teams.lead(hall.as("community"), id, new LeaderJson("worker")), 422, "not-a-member");
        refused(() -> formed(hall.counter(), "队", "worker"), 422, "unknown-volunteer");
        refused(() -> teams.one(hall.as("resident"), "x"), 404, "not-found");
        assertThat(hall.counter().place().audited).isNotEmpty().allMatch(line -> line.endsWith("foreign-area"));
        hall.counter().place().offStreets.add("340603002");
        refused(() -> teams.one(hall.as("resident"), id), 403, "module-off");
        refused(() -> hall.ask("neighbour"), 403, "module-off");
        assertThat(hall.listed("district", null, null, false, false)).isEmpty();
    }
}
