package org.ezhili.points.internal.store.activities;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.persistence.EntityManager;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.persistence.Work;
import org.ezhili.points.internal.domain.activities.Team;
import org.ezhili.points.internal.domain.activities.Volunteer;
import org.ezhili.points.internal.domain.notices.NoticeKind;
import org.ezhili.points.internal.store.Cursors;
import org.ezhili.points.internal.store.notices.Inbox;

/** Keeps who is in which team. Whoever is put in, taken out or made leader by somebody else is told. */
public final class TeamMembers {

    private final Database database;
    private final Inbox inbox;
    private final Clock clock;

    public TeamMembers(Database database, Inbox inbox, Clock clock) {
        this.database = database;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** The members as volunteers of the team's street, latest volunteer first. */
    public Page<Volunteer> of(Team team, PageRequest page) {
        return volunteers(database, "TeamMemberRow", team, page);
    }

    /** Adds a member, an approved volunteer of the street, who may have asked for it; again it changes nothing. */
    public void add(Team team, String account, String by) {
        database.write(work -> {
            EntityManager em = work.entities();
            TeamRow row = lock(em, team.id());
            TeamRequests.strike(em, team.id(), account);
            if (isMember(em, team.id(), account)) {
                return row;
            }
            approved(em, account, team.street());
            if (count(em, team.id()) >= Team.MOST_MEMBERS) {
                throw ProblemException.of(409, "team-full", Team.MOST_MEMBERS);
            }
            em.persist(TeamMemberRow.of(team.id(), account, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
            tell(work, team, account, by, NoticeKind.TEAM_JOINED);
            return row;
        });
    }

    /** Takes a member out; again it changes nothing. The leader stays until there is another one. */
    public void remove(Team team, String account, String by) {
        database.write(work -> {
            EntityManager em = work.entities();
            if (lock(em, team.id()).leader().equals(account)) {
                throw ProblemException.of(409, "team-leader");
            }
            int removed = remove(em, team.id(), account);
            if (removed > 0) {
                tell(work, team, account, by, NoticeKind.TEAM_REMOVED);
            }
            return removed;
        });
    }

    /** Makes a member the leader; again it changes nothing. */
    public void lead(Team team, String account, String by) {
        database.write(work -> {
            EntityManager em = work.entities();
            TeamRow row = lock(em, team.id());
            if (!isMember(em, team.id(), account)) {
                throw ProblemException.of(422, "not-a-member");
            }
            if (!row.leader().equals(account)) {
                row.lead(account);
                tell(work, team, account, by, NoticeKind.TEAM_LEADER);
            }
            return row;
        });
    }

    private void tell(Work work, Team team, String account, String by, NoticeKind kind) {
        if (!account.equals(by)) {
            inbox.tell(work, account, team.news(kind));
        }
    }

    /** Takes somebody who leaves a street out of its teams; a team that they led has no leader then. */
    static void leaveAll(Work work, String account, AreaCode street) {
        EntityManager em = work.entities();
        teams(em, "TeamMemberRow", account, street).forEach(team -> {
            TeamRow row = lock(em, team);
            if (row.leader().equals(account)) {
                row.lead("");
            }
            remove(em, team, account);
        });
        teams(em, "TeamRequestRow", account, street).forEach(team -> TeamRequests.strike(em, team, account));
    }

    static Page<Volunteer> volunteers(Database database, String rows, Team team, PageRequest page) {
        long before = Cursors.before(page);
        List<Volunteer> found = database.read(em -> em.createQuery(
                        "select v from VolunteerRow v, " + rows + " m where m.team = :team and v.account = m.account"
                                + " and v.street = :street and v.id < :before order by v.id desc",
                        VolunteerRow.class)
                .setParameter("team", team.id())
                .setParameter("street", team.street().digits())
                .setParameter("before", before)
                .setMaxResults(page.limit() + 1)
                .getResultStream()
                .map(VolunteerRow::toDomain)
                .toList());
        return Page.of(found, page.limit(), volunteer -> String.valueOf(volunteer.id()));
    }

    static void approved(EntityManager em, String account, AreaCode street) {
        long approved = em.createQuery(
                        "select count(v) from VolunteerRow v where v.account = :account and v.street = :street"
                                + " and v.state = 'approved'",
                        Long.class)
                .setParameter("account", account)
                .setParameter("street", street.digits())
                .getSingleResult();
        if (approved == 0) {
            throw ProblemException.of(422, "unknown-volunteer", account);
        }
    }

    static boolean isMember(EntityManager em, long team, String account) {
        return em.find(TeamMemberRow.class, new TeamMemberRowId(team, account)) != null;
    }

    static TeamRow lock(EntityManager em, long team) {
        em.createQuery("update TeamRow t set t.turn = t.turn + 1 where t.id = :team")
                .setParameter("team", team)
                .executeUpdate();
        TeamRow row = em.find(TeamRow.class, team);
        if (row == null) {
            throw ProblemException.of(409, "team-dissolved");
        }
        em.refresh(row);
        return row;
    }

    private static List<Long> teams(EntityManager em, String rows, String account, AreaCode street) {
        return em.createQuery(
                        "select t.id from TeamRow t, " + rows + " m where m.team = t.id and m.account = :account"
                                + " and t.street = :street order by t.id",
                        Long.class)
                .setParameter("account", account)
                .setParameter("street", street.digits())
                .getResultList();
    }

    private static int remove(EntityManager em, long team, String account) {
        return em.createQuery("delete from TeamMemberRow m where m.team = :team and m.account = :account")
                .setParameter("team", team)
                .setParameter("account", account)
                .executeUpdate();
    }

    private static long count(EntityManager em, long team) {
        return em.createQuery("select count(m) from TeamMemberRow m where m.team = :team", Long.class)
                .setParameter("team", team)
                .getSingleResult();
    }
}
