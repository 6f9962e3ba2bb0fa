package org.ezhili.matters.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;
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

    /** In one transaction: with more, Derby would lock the whole table, and reports would wait. */
    private static final int FOLDED_AT_ONCE = 2_000;

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
        int folded = 0;
        for (Object[] key : scattered) {
            List<Object[]> changes = em.createQuery(
                            "select t.id, t.amount from TallyRow t where t.area = :area and t.state = :state",
                            Object[].class)
                    .setParameter("area", key[0])
                    .setParameter("state", key[1])
                    .setMaxResults(FOLDED_AT_ONCE - folded)
                    .getResultList();
            replace(em, (String) key[0], (String) key[1], changes);
            folded += changes.size();
            if (folded == FOLDED_AT_ONCE) {
                return true;
            }
        }
        return scattered.size() == PLACES_AT_ONCE;
    }

    private void replace(EntityManager em, String area, String state, List<Object[]> changes) {
        int sum = 0;
        List<Long> folded = new ArrayList<>();
        for (Object[] change : changes) {
            folded.add((Long) change[0]);
            sum += ((Number) change[1]).intValue();
        }
        if (deleted(em, folded) != folded.size()) {
            throw new ProblemException(Problem.unavailable("database-busy", 1));
        }
        if (sum != 0) {
            em.persist(TallyRow.of(ids.next(), area, state, sum));
        }
    }

    /** One statement that the database has prepared once, whatever their number. */
    private static int deleted(EntityManager em, List<Long> ids) {
        try (PreparedStatement delete =
                em.unwrap(Connection.class).prepareStatement("DELETE FROM matters.tally WHERE id = ?")) {
            for (long id : ids) {
                delete.setLong(1, id);
                delete.addBatch();
            }
            return IntStream.of(delete.executeBatch()).sum();
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }
}
