package org.ezhili.points.internal.rest.activities;

import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.security.Caller;
import org.ezhili.points.internal.domain.activities.Team;
import org.ezhili.points.internal.store.activities.TeamStore;

/** Which team a caller asks about, and as what: a neighbour, its leader, its office. One that is not theirs is not there. */
public final class TeamAccess {

    private final TeamStore teams;
    private final Reach reach;

    public TeamAccess(TeamStore teams, Reach reach) {
        this.teams = teams;
        this.reach = reach;
    }

    /** A team of a street that the caller lives or works in. */
    Team near(Caller caller, String id) {
        Team team = any(id);
        reach.neighbour(caller, id, team.area());
        return team;
    }

    /** A team that the caller leads or coordinates. */
    Team led(Caller caller, String id) {
        Team team = any(id);
        reach.selfOrCoordinator(caller, team.leader(), id, team.area());
        return team;
    }

    /** A team of the caller's office. */
    Team coordinated(Caller caller, String id) {
        Team team = any(id);
        reach.coordinator(caller, id, team.area());
        return team;
    }

    /** One's own part in a team is one's own to change; that of others is the leader's and the office's. */
    Team forPart(Caller caller, String id, String account) {
        return account.equals(caller.account()) ? near(caller, id) : led(caller, id);
    }

    /** Whoever asks: the caller checks. */
    Team any(String id) {
        return teams.find(Wire.id(id)).orElseThrow(() -> new ProblemException(Problem.notFound()));
    }
}
