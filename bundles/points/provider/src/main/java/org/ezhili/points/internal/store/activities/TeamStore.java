package org.ezhili.points.internal.store.activities;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.persistence.Once;
import org.ezhili.points.internal.domain.activities.Team;
import org.ezhili.points.internal.domain.notices.News;
import org.ezhili.points.internal.domain.notices.NoticeKind;
import org.ezhili.points.internal.store.Cursors;
import org.ezhili.points.internal.store.notices.Inbox;

/** Keeps teams. */
public final class TeamStore {

    private final Database database;
    private final Inbox inbox;
    private final Clock clock;

    public TeamStore(Database database, Inbox inbox, Clock clock) {
        this.database = database;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Which teams: those whose name has the words in it; those that the account is in. */
    public record Filter(Optional<String> name, Optional<String> member) {

        public static final Filter ALL = new Filter(Optional.empty(), Optional.empty());
    }

    /** Keeps a new team with its leader in it, once per key. The answer is the id of the one that is there then. */
    public Once form(IdempotencyKey key, Team team, String by) {
        return database.once(key, work -> {
            EntityManager em = work.entities();
            TeamMembers.approved(em, team.leader(), team.street());
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            em.persist(TeamRow.from(team, by, now));
            em.persist(TeamMemberRow.of(team.id(), team.leader(), now));
            if (!team.leader().equals(by)) {
                inbox.tell(work, team.leader(), team.news(NoticeKind.TEAM_LEADER));
            }
            return String.valueOf(team.id());
        });
    }

    public Optional<Team> find(long id) {
        return database.read(em -> Optional.ofNullable(em.find(TeamRow.class, id))
                .map(row -> withNumbers(em, List.of(row)).get(0)));
    }

    /** Teams of the areas, latest first. */
    public Page<Team> list(List<AreaCode> areas, Filter filter, PageRequest page) {
        long before = Cursors.before(page);
        List<Team> rows = database.read(em -> {
            TypedQuery<TeamRow> query = em.createQuery(
                    "select t from TeamRow t where t.id < :before and " + Cursors.within("t.area", areas)
                            + (filter.name().isPresent() ? " and lower(t.name) like :name escape '!'" : "")
                            + (filter.member().isPresent()
                                    ? " and t.id in (select m.team from TeamMemberRow m where m.account = :member)"
                                    : "")
                            + " order by t.id desc",
                    TeamRow.class);
            filter.name().ifPresent(name -> query.setParameter("name", Cursors.containing(name)));
            filter.member().ifPresent(member -> query.setParameter("member", member));
            return withNumbers(
                    em,
                    Cursors.bind(query, areas)
                            .setParameter("before", before)
                            .setMaxResults(page.limit() + 1)
                            .getResultList());
        });
        return Page.of(rows, page.limit(), team -> String.valueOf(team.id()));
    }

    public void rename(long team, String name) {
        database.write(work -> {
            TeamRow row = TeamMembers.lock(work.entities(), team);
            row.rename(name);
            return row;
        });
    }

    /** Dissolves a team and tells its members; again it changes nothing. */
    public void dissolve(Team team) {
        database.write(work -> {
            EntityManager em = work.entities();
            int dissolved = em.createQuery("delete from TeamRow t where t.id = :team")
                    .setParameter("team", team.id())
                    .executeUpdate();
            if (dissolved == 0) {
                return team;
            }
            News news = team.news(NoticeKind.TEAM_DISSOLVED);
            em.createQuery("select m.account from TeamMemberRow m where m.team = :team", String.class)
                    .setParameter("team", team.id())
                    .getResultList()
                    .forEach(account -> inbox.tell(work, account, news));
            List.of("TeamMemberRow", "TeamRequestRow")
                    .forEach(row -> em.createQuery("delete from " + row + " m where m.team = :team")
                            .setParameter("team", team.id())
                            .executeUpdate());
            return team;
        });
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
}
