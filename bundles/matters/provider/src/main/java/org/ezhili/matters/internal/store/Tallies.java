package org.ezhili.matters.internal.store;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;
import org.ezhili.matters.internal.domain.Matter;
import org.ezhili.matters.internal.domain.State;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;
import org.ezhili.platform.Ids;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.persistence.Database;

/** How many matters are in which state where. A sum of changes, each written with the step that made it. */
public final class Tallies {

    private static final int PLACES_AT_ONCE = 50;
    private static final int FOLDED_AT_ONCE = 5_000;
    private static final int DELETED_AT_ONCE = 500;

    private final Database database;
    private final Ids ids;

    public Tallies(Database database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    static TallyRow change(Ids ids, Matter matter, int amount) {
        return TallyRow.of(
                ids.next(), place(matter.area()).digits(), matter.state().word(), amount);
    }

    /** Matters are counted down to their grid. */
    static AreaCode place(AreaCode area) {
        return area.at(AreaLevel.GRID).orElse(area);
    }

    /** How many matters of these areas are in which state. Areas below a grid are counted with their grid. */
    public Map<State, Long> count(List<AreaCode> areas) {
        return database.read(em -> {
            Map<State, Long> counts = new EnumMap<>(State.class);
            for (AreaCode area : areas) {
                AreaRange range = AreaRange.of(place(area));
                em.createQuery(
                                "select t.state, sum(t.amount) from TallyRow t"
                                        + " where t.area between :first and :last group by t.state",
                                Object[].class)
                        .setParameter("first", range.first())
                        .setParameter("last", range.last())
                        .getResultList()
                        .forEach(row -> counts.merge(
                                State.ofWord((String) row[0]).orElseThrow(), ((Number) row[1]).longValue(), Long::sum));
            }
            counts.values().removeIf(count -> count == 0);
            return counts;
        });
    }

    /** Replaces the changes of each area and state by their sum, so that counting stays quick. Of two nodes at it one gives up. */
    public void fold() {
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            more = database.write(work -> fold(work.entities()));
        }
    }

    private boolean fold(EntityManager em) {
        List<Object[]> scattered = em.createQuery(
                        "select t.area, t.state from TallyRow t group by t.area, t.state having count(t) > 1",
                        Object[].class)
                .setMaxResults(PLACES_AT_ONCE)
                .getResultList();
        boolean more = false;
        for (Object[] key : scattered) {
            List<Object[]> changes = em.createQuery(
                            "select t.id, t.amount from TallyRow t where t.area = :area and t.state = :state",
                            Object[].class)
                    .setParameter("area", key[0])
                    .setParameter("state", key[1])
                    .setMaxResults(FOLDED_AT_ONCE)
                    .getResultList();
            replace(em, (String) key[0], (String) key[1], changes);
            more |= changes.size() == FOLDED_AT_ONCE;
        }
        return more || scattered.size() == PLACES_AT_ONCE;
    }

    private void replace(EntityManager em, String area, String state, List<Object[]> changes) {
        int sum = 0;
        List<Long> folded = new ArrayList<>();
        for (Object[] change : changes) {
            folded.add((Long) change[0]);
            sum += ((Number) change[1]).intValue();
        }
        for (int from = 0; from < folded.size(); from += DELETED_AT_ONCE) {
            List<Long> some = folded.subList(from, Math.min(from + DELETED_AT_ONCE, folded.size()));
            int gone = em.createQuery("delete from TallyRow t where t.id in :ids")
                    .setParameter("ids", some)
                    .executeUpdate();
            if (gone != some.size()) {
                throw new ProblemException(Problem.unavailable("database-busy", 1));
            }
        }
        if (sum != 0) {
            em.persist(TallyRow.of(ids.next(), area, state, sum));
        }
    }
}
