package org.ezhili.points.internal.store.rewards;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.persistence.Database;
import org.ezhili.points.internal.domain.rewards.Meeting;
import org.ezhili.points.internal.domain.rewards.Reward;

/** Lists of rewards, newest first, merged from one range of areas after the other. */
public final class RewardLists {

    private final Database database;
    private final Clock clock;

    public RewardLists(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Which rewards.
     *
     * @param all also those that nobody can exchange points for any more
     */
    public record Query(Collection<Range> ranges, boolean all) {}

    /**
     * Areas of rewards.
     *
     * @param deep also the streets of a district
     */
    public record Range(AreaCode area, boolean deep) {

        /** What somebody with a grant for an area can exchange points for: their district's, and their street's or all streets'. */
        public static List<Range> around(AreaCode held) {
            AreaCode district = held.at(AreaLevel.DISTRICT).orElseThrow();
            return held.street().isEmpty()
                    ? List.of(new Range(district, true))
                    : List.of(
                            new Range(district, false), new Range(held.street().get(), false));
        }

        public boolean covers(AreaCode other) {
            return deep ? area.contains(other) : area.equals(other);
        }

        /** The last area of it: digits stand in the same order whatever language the database sorts by. */
        private String last() {
            int missing = AreaLevel.STREET.digits() - area.digits().length();
            return deep ? area.digits() + "9".repeat(missing) : area.digits();
        }
    }

    public Page<Reward> page(Query query, PageRequest request) {
        Optional<Long> before = request.cursor().map(RewardLists::cursor);
        Map<Long, RewardRow> newest = new TreeMap<>(Comparator.reverseOrder());
        return database.read(em -> {
            query.ranges().forEach(range -> rows(em, range, query.all(), before, request.limit() + 1)
                    .forEach(row -> newest.put(row.id(), row)));
            List<RewardRow> rows =
                    newest.values().stream().limit(request.limit() + 1L).toList();
            Map<Long, List<Meeting>> meetings = meetings(em, rows);
            return Page.of(rows, request.limit(), row -> String.valueOf(row.id()))
                    .map(row -> row.toDomain(meetings.getOrDefault(row.id(), List.of())));
        });
    }

    static List<Meeting> meetings(EntityManager em, long reward) {
        return em.createQuery("select m from MeetingRow m where m.rewardId = :id order by m.startsAt", MeetingRow.class)
                .setParameter("id", reward)
                .getResultStream()
                .map(MeetingRow::toDomain)
                .toList();
    }

    static long cursor(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException notOurs) {
            throw ProblemException.field("cursor", "cursor");
        }
    }

    private List<RewardRow> rows(EntityManager em, Range range, boolean all, Optional<Long> before, int most) {
        TypedQuery<RewardRow> query = em.createQuery(
                        "select r from RewardRow r where r.area between :from and :last"
                                + (all ? "" : " and r.standing = :offered and r.closesAt > :now")
                                + " and r.id < :before order by r.id desc",
                        RewardRow.class)
                .setParameter("from", range.area().digits())
                .setParameter("last", range.last())
                .setParameter("before", before.orElse(Long.MAX_VALUE));
        if (!all) {
            query.setParameter("offered", RewardRow.OFFERED).setParameter("now", clock.instant());
        }
        return query.setMaxResults(most).getResultList();
    }

    private static Map<Long, List<Meeting>> meetings(EntityManager em, List<RewardRow> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        List<Long> ids = new ArrayList<>(rows.stream().map(RewardRow::id).toList());
        return em.createQuery(
                        "select m from MeetingRow m where m.rewardId in :ids order by m.startsAt", MeetingRow.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        MeetingRow::rewardId, Collectors.mapping(MeetingRow::toDomain, Collectors.toList())));
    }
}
