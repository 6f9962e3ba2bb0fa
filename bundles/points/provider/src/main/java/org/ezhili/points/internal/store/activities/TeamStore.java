package org.ezhili.points.internal.store.activities;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.persistence.Once;
import org.ezhili.platform.persistence.Work;
import org.ezhili.points.internal.domain.activities.Team;
import org.ezhili.points.internal.domain.activities.Volunteer;

/** Keeps teams and who is in them. */
public final class TeamStore {

    private final Database database;
    private final Clock clock;

    public TeamStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Keeps a new team with its leader in it, once per key. The answer is the id of the one that is there then. */
    public Once form(IdempotencyKey key, Team team, String by) {
        return database.once(key, work -> {
            EntityManager em = work.entities();
            approved(em, team.leader(), team.street());
            Instant now = now();
            em.persist(TeamRow.from(team, by, now));
            em.persist(TeamMemberRow.of(team.id(), team.leader(), now));
            return String.valueOf(team.id());
        });
    }

    public Optional<Team> find(long id) {
        return database.read(em -> Optional.ofNullable(em.find(TeamRow.class, id))
                .map(row -> withNumbers(em, List.of(row)).get(0)));
    }

    /** Teams of the streets, latest first. */
    public Page<Team> list(List<AreaCode> streets, PageRequest page) {
        long before = Cursors.before(page);
        List<Team> rows = database.read(em -> withNumbers(
                em,
                Cursors.bind(
                                em.createQuery(
                                        "select t from TeamRow t where t.id < :before and "
                                                + Cursors.within("t.street", streets) + " order by t.id desc",
                                        TeamRow.class),
                                streets)
                        .setParameter("before", before)
                        .setMaxResults(page.limit() + 1)
                        .getResultList()));
        return Page.of(rows, page.limit(), team -> String.valueOf(team.id()));
    }

    /** The members as volunteers of the team's street, latest volunteer first. */
    public Page<Volunteer> members(Team team, PageRequest page) {
        long before = Cursors.before(page);
        List<Volunteer> rows = database.read(em -> em.createQuery(
                        "select v from VolunteerRow v, TeamMemberRow m where m.team = :team and v.account = m.account"
                                + " and v.street = :street and v.id < :before order by v.id desc",
                        VolunteerRow.class)
                .setParameter("team", team.id())
                .setParameter("street", team.street().digits())
                .setParameter("before", before)
                .setMaxResults(page.limit() + 1)
                .getResultStream()
                .map(VolunteerRow::toDomain)
                .toList());
        return Page.of(rows, page.limit(), volunteer -> String.valueOf(volunteer.id()));
    }

    /** Adds a member, an approved volunteer of the street; again it changes nothing. */
    public void add(long team, String account) {
        database.write(work -> {
            EntityManager em = work.entities();
            TeamRow row = lock(em, team);
            if (isMember(em, team, account)) {
                return row;
            }
            approved(em, account, AreaCode.of(row.street()));
            if (members(em, team) >= Team.MOST_MEMBERS) {
                throw ProblemException.of(409, "team-full", Team.MOST_MEMBERS);
            }
            em.persist(TeamMemberRow.of(team, account, now()));
            return row;
        });
    }

    /** Takes a member out; again it changes nothing. The leader stays until there is another one. */
    public void remove(long team, String account) {
        database.write(work -> {
            EntityManager em = work.entities();
            if (lock(em, team).leader().equals(account)) {
                throw ProblemException.of(409, "team-leader");
            }
            return remove(em, team, account);
        });
    }

    /** Makes a member the leader. */
    public void lead(long team, String account) {
        database.write(work -> {
            EntityManager em = work.entities();
            TeamRow row = lock(em, team);
            if (!isMember(em, team, account)) {
                throw ProblemException.of(422, "not-a-member");
            }
            row.lead(account);
            return row;
        });
    }

    public void dissolve(long team) {
        database.write(work -> {
            EntityManager em = work.entities();
            em.createQuery("delete from TeamMemberRow m where m.team = :team")
                    .setParameter("team", team)
                    .executeUpdate();
            return em.createQuery("delete from TeamRow t where t.id = :team")
                    .setParameter("team", team)
                    .executeUpdate();
        });
    }

    /** Takes somebody who leaves a street out of its teams; a team that they led has no leader then. */
    static void leaveAll(Work work, String account, AreaCode street) {
        EntityManager em = work.entities();
        em.createQuery(
                        "select t.id from TeamRow t, TeamMemberRow m where m.team = t.id and m.account = :account"
                                + " and t.street = :street order by t.id",
                        Long.class)
                .setParameter("account", account)
                .setParameter("street", street.digits())
                .getResultList()
                .forEach(team -> {
                    TeamRow row = lock(em, team);
                    if (row.leader().equals(account)) {
                        row.lead("");
                    }
                    remove(em, team, account);
                });
    }

    private static int remove(EntityManager em, long team, String account) {
        return em.createQuery("delete from TeamMemberRow m where m.team = :team and m.account = :account")
                .setParameter("team", team)
                .setParameter("account", account)
                .executeUpdate();
    }

    private static void approved(EntityManager em, String account, AreaCode street) {
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

    private static boolean isMember(EntityManager em, long team, String account) {
        return em.find(TeamMemberRow.class, new TeamMemberRowId(team, account)) != null;
    }

    private static long members(EntityManager em, long team) {
        return em.createQuery("select count(m) from TeamMemberRow m where m.team = :team", Long.class)
                .setParameter("team", team)
                .getSingleResult();
    }

    private static TeamRow lock(EntityManager em, long team) {
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

    private static List<Team> withNumbers(EntityManager em, List<TeamRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Long, Object[]> numbers = em.createQuery(
                        "select t.id, count(v), sum(v.minutes) from TeamRow t, TeamMemberRow m, VolunteerRow v"
                                + " where t.id in :ids and m.team = t.id and v.account = m.account"
                                + " and v.street = t.street group by t.id",
                        Object[].class)
                .setParameter("ids", rows.stream().map(TeamRow::id).toList())
                .getResultStream()
                .collect(Collectors.toMap(one -> (Long) one[0], one -> one));
        return rows.stream()
                .map(row -> {
                    Object[] one = numbers.get(row.id());
                    return one == null
                            ? row.toDomain(0, 0)
                            : row.toDomain(((Number) one[1]).longValue(), ((Number) one[2]).longValue());
                })
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
