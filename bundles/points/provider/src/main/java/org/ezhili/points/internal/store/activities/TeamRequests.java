package org.ezhili.points.internal.store.activities;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.persistence.Database;
import org.ezhili.points.internal.domain.activities.Standing;
import org.ezhili.points.internal.domain.activities.Team;
import org.ezhili.points.internal.domain.activities.Volunteer;
import org.ezhili.points.internal.domain.notices.NoticeKind;
import org.ezhili.points.internal.store.notices.Inbox;

/** Keeps who would like to be in a team. Its leader hears of the wish, and who asked of the answer. */
public final class TeamRequests {

    private final Database database;
    private final Inbox inbox;
    private final Clock clock;

    public TeamRequests(Database database, Inbox inbox, Clock clock) {
        this.database = database;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** An approved volunteer of the street asks; again, and for a member, it changes nothing. */
    public void ask(Team team, String account) {
        database.write(work -> {
            EntityManager em = work.entities();
            TeamRow row = TeamMembers.lock(em, team.id());
            if (isAsked(em, team.id(), account) || TeamMembers.isMember(em, team.id(), account)) {
                return row;
            }
            TeamMembers.approved(em, account, team.street());
            if (counts(em, List.of(team.id())).getOrDefault(team.id(), 0L) >= Team.MOST_MEMBERS) {
                throw ProblemException.of(409, "team-full", Team.MOST_MEMBERS);
            }
            em.persist(TeamRequestRow.of(team.id(), account, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
            inbox.tell(work, row.leader(), team.news(NoticeKind.TEAM_ASKED));
            return row;
        });
    }

    /** Takes a wish back, or declines it when {@code by} is somebody else; again it changes nothing. */
    public void end(Team team, String account, String by) {
        database.write(work -> {
            int ended = strike(work.entities(), team.id(), account);
            if (ended > 0 && !account.equals(by)) {
                inbox.tell(work, account, team.news(NoticeKind.TEAM_DECLINED));
            }
            return ended;
        });
    }

    /** Who asks, as volunteers of the team's street, latest volunteer first. */
    public Page<Volunteer> of(Team team, PageRequest page) {
        return TeamMembers.volunteers(database, "TeamRequestRow", team, page);
    }

    /** How many ask for each of the teams; those for which nobody does are left out. */
    public Map<Long, Long> counts(Collection<Team> teams) {
        return teams.isEmpty()
                ? Map.of()
                : database.read(em -> counts(em, teams.stream().map(Team::id).toList()));
    }

    /** What somebody is in each of the teams. */
    public Map<Long, Standing> standings(Collection<Team> teams, String account) {
        List<Long> ids = teams.stream().map(Team::id).toList();
        Map<Long, Standing> standings = new HashMap<>();
        if (!ids.isEmpty()) {
            database.read(em -> {
                among(em, "TeamRequestRow", ids, account).forEach(id -> standings.put(id, Standing.ASKED));
                among(em, "TeamMemberRow", ids, account).forEach(id -> standings.put(id, Standing.MEMBER));
                return standings;
            });
        }
        teams.forEach(team -> {
            standings.putIfAbsent(team.id(), Standing.NONE);
            if (team.leader().equals(account)) {
                standings.put(team.id(), Standing.LEADER);
            }
        });
        return standings;
    }

    public Standing standing(Team team, String account) {
        return standings(List.of(team), account).getOrDefault(team.id(), Standing.NONE);
    }

    static int strike(EntityManager em, long team, String account) {
        return em.createQuery("delete from TeamRequestRow r where r.team = :team and r.account = :account")
                .setParameter("team", team)
                .setParameter("account", account)
                .executeUpdate();
    }

    private static boolean isAsked(EntityManager em, long team, String account) {
        return em.find(TeamRequestRow.class, new TeamMemberRowId(team, account)) != null;
    }

    private static List<Long> among(EntityManager em, String rows, List<Long> ids, String account) {
        return em.createQuery(
                        "select m.team from " + rows + " m where m.team in :ids and m.account = :account", Long.class)
                .setParameter("ids", ids)
                .setParameter("account", account)
                .getResultList();
    }

    private static Map<Long, Long> counts(EntityManager em, List<Long> ids) {
        return em.createQuery(
                        "select r.team, count(r) from TeamRequestRow r where r.team in :ids group by r.team",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(one -> (Long) one[0], one -> (Long) one[1]));
    }
}
