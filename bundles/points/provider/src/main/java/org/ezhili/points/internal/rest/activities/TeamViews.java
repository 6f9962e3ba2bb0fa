package org.ezhili.points.internal.rest.activities;

import java.util.List;
import java.util.Map;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.security.Accounts;
import org.ezhili.platform.security.Caller;
import org.ezhili.points.internal.desk.Places;
import org.ezhili.points.internal.domain.activities.Standing;
import org.ezhili.points.internal.domain.activities.Team;
import org.ezhili.points.internal.domain.activities.Volunteer;
import org.ezhili.points.internal.store.activities.TeamRequests;

/** Shows teams to a caller, with the names of people and areas. */
public final class TeamViews {

    private final TeamRequests requests;
    private final Places places;
    private final Accounts accounts;

    public TeamViews(TeamRequests requests, Places places, Accounts accounts) {
        this.requests = requests;
        this.places = places;
        this.accounts = accounts;
    }

    TeamJson team(Caller caller, Team team) {
        return teams(caller, List.of(team)).get(0);
    }

    List<TeamJson> teams(Caller caller, List<Team> teams) {
        Map<String, String> names =
                accounts.names(teams.stream().map(Team::leader).distinct().toList());
        Map<AreaCode, String> areas =
                places.names(teams.stream().map(Team::area).distinct().toList());
        Map<Long, Standing> standings = requests.standings(teams, caller.account());
        Map<Long, Long> asking = requests.counts(teams.stream()
                .filter(team -> team.leader().equals(caller.account()) || caller.may(Reach.COORDINATE, team.area()))
                .toList());
        return teams.stream()
                .map(team -> new TeamJson(
                        String.valueOf(team.id()),
                        team.area().digits(),
                        areas.get(team.area()),
                        team.name(),
                        team.leader().isEmpty() ? null : team.leader(),
                        names.get(team.leader()),
                        team.members(),
                        team.minutes(),
                        standings.getOrDefault(team.id(), Standing.NONE).word(),
                        asking.get(team.id())))
                .toList();
    }

    List<RosterJson> roster(Team team, List<Volunteer> members) {
        Map<String, String> names =
                accounts.names(members.stream().map(Volunteer::account).toList());
        return members.stream()
                .map(member -> new RosterJson(
                        names.get(member.account()), member.account().equals(team.leader())))
                .toList();
    }
}
