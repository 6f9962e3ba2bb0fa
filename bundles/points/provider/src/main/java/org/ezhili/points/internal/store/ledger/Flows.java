package org.ezhili.points.internal.store.ledger;

import java.time.YearMonth;
import java.util.List;
import javax.persistence.EntityManager;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Ids;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.persistence.Database;
import org.ezhili.points.internal.domain.ledger.AccountKind;

/** What came to, and went from, the streets' accounts, month by month. */
public final class Flows {

    private static final int PLACES_AT_ONCE = 50;
    private static final int ROWS_AT_ONCE = 500;

    private final Database database;
    private final Ids ids;

    public Flows(Database database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    /** All months of these streets, oldest first. */
    public List<Flow> of(List<AreaCode> streets) {
        if (streets.isEmpty()) {
            return List.of();
        }
        return database.read(em -> em.createQuery(
                        "select t.street, t.kind, t.month, sum(t.amount) from TallyRow t where t.street in :streets"
                                + " group by t.street, t.kind, t.month order by t.month",
                        Object[].class)
                .setParameter("streets", streets.stream().map(AreaCode::digits).toList())
                .getResultStream()
                .map(row -> new Flow(
                        AreaCode.of((String) row[0]),
                        AccountKind.ofWord((String) row[1]),
                        TallyRow.yearMonth((int) row[2]),
                        ((Number) row[3]).longValue()))
                .toList());
    }

    /** Puts one row in the place of the many of each street, account and month. Of two nodes at it one gives up. */
    public void fold() {
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            more = database.write(work -> fold(work.entities()));
        }
    }

    private boolean fold(EntityManager em) {
        List<Object[]> scattered = em.createQuery(
                        "select t.street, t.kind, t.month from TallyRow t group by t.street, t.kind, t.month"
                                + " having count(t) > 1",
                        Object[].class)
                .setMaxResults(PLACES_AT_ONCE)
                .getResultList();
        boolean more = scattered.size() == PLACES_AT_ONCE;
        for (Object[] place : scattered) {
            List<TallyRow> rows = em.createQuery(
                            "select t from TallyRow t where t.street = :street and t.kind = :kind and t.month = :month",
                            TallyRow.class)
                    .setParameter("street", place[0])
                    .setParameter("kind", place[1])
                    .setParameter("month", place[2])
                    .setMaxResults(ROWS_AT_ONCE)
                    .getResultList();
            more |= rows.size() == ROWS_AT_ONCE;
            replace(em, rows);
        }
        return more;
    }

    private void replace(EntityManager em, List<TallyRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        int gone = em.createQuery("delete from TallyRow t where t.id in :ids")
                .setParameter("ids", rows.stream().map(TallyRow::id).toList())
                .executeUpdate();
        if (gone != rows.size()) {
            throw new ProblemException(Problem.unavailable("database-busy", 1));
        }
        em.persist(rows.get(0)
                .with(ids.next(), rows.stream().mapToLong(TallyRow::amount).sum()));
    }

    /**
     * What came to, or went from, one account of a street in a month.
     *
     * @param amount positive: more came
     */
    public record Flow(AreaCode street, AccountKind kind, YearMonth month, long amount) {}
}
