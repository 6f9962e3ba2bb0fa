package org.ezhili.points.internal.store.earning;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.persistence.Database;
import org.ezhili.points.internal.domain.earning.Budget;
import org.ezhili.points.internal.domain.ledger.AccountKind;

/** Keeps how many points the streets may give. */
public final class Budgets {

    private final Database database;

    public Budgets(Database database) {
        this.database = database;
    }

    /**
     * Sets the budget of a year. One below what was given already means: no more this year. The first one begins with what was
     * taken back in the year before it was set.
     */
    public Budget set(AreaCode street, int year, long amount, String by, Instant at) {
        return database.write(work -> {
            EntityManager em = work.entities();
            int changed = em.createQuery("update BudgetRow b set b.amount = :amount, b.setBy = :by, b.setAt = :at"
                            + " where b.street = :street and b.year = :year")
                    .setParameter("amount", amount)
                    .setParameter("by", by)
                    .setParameter("at", at)
                    .setParameter("street", street.digits())
                    .setParameter("year", year)
                    .executeUpdate();
            if (changed == 0) {
                em.persist(BudgetRow.of(street.digits(), year, amount, given(em, street, year), by, at));
                em.flush();
            }
            return em.createQuery(
                            "select b from BudgetRow b where b.street = :street and b.year = :year", BudgetRow.class)
                    .setParameter("street", street.digits())
                    .setParameter("year", year)
                    .getSingleResult()
                    .toDomain();
        });
    }

    private static long given(EntityManager em, AreaCode street, int year) {
        Optional<Long> sum = em.createQuery(
                        "select sum(t.amount) from TallyRow t where t.street = :street and t.kind = :issuer"
                                + " and t.month > :before and t.month < :after",
                        Long.class)
                .setParameter("street", street.digits())
                .setParameter("issuer", AccountKind.ISSUER.word())
                .setParameter("before", year * 100)
                .setParameter("after", year * 100 + 100)
                .getResultStream()
                .filter(Objects::nonNull)
                .findFirst();
        return sum.map(amount -> -amount).orElse(0L);
    }

    /** What these streets may give in a year, as far as it was set. */
    public Map<AreaCode, Budget> of(Collection<AreaCode> streets, int year) {
        if (streets.isEmpty()) {
            return Map.of();
        }
        return database.read(em -> em.createQuery(
                        "select b from BudgetRow b where b.street in :streets and b.year = :year", BudgetRow.class)
                .setParameter("streets", streets.stream().map(AreaCode::digits).toList())
                .setParameter("year", year)
                .getResultStream()
                .collect(Collectors.toMap(row -> AreaCode.of(row.street()), BudgetRow::toDomain)));
    }

    /** The budgets of a street, newest year first. */
    public List<Budget> of(AreaCode street) {
        return database.read(em -> em.createQuery(
                        "select b from BudgetRow b where b.street = :street order by b.year desc", BudgetRow.class)
                .setParameter("street", street.digits())
                .getResultStream()
                .map(BudgetRow::toDomain)
                .toList());
    }
}
