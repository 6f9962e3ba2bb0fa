package org.ezhili.points.internal.store.earning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.persistence.Database;
import org.ezhili.points.internal.domain.earning.Budget;

/** Keeps how many points the streets may give. */
public final class Budgets {

    private final Database database;

    public Budgets(Database database) {
        this.database = database;
    }

    /** Sets the budget of a year. One below what was given already means: no more this year. */
    public Budget set(AreaCode street, int year, long amount, String by, Instant at) {
        return database.write(work -> {
            int changed = work.entities()
                    .createQuery("update BudgetRow b set b.amount = :amount, b.setBy = :by, b.setAt = :at"
                            + " where b.street = :street and b.year = :year")
                    .setParameter("amount", amount)
                    .setParameter("by", by)
                    .setParameter("at", at)
                    .setParameter("street", street.digits())
                    .setParameter("year", year)
                    .executeUpdate();
            if (changed > 0) {
                return work.entities()
                        .createQuery(
                                "select b from BudgetRow b where b.street = :street and b.year = :year",
                                BudgetRow.class)
                        .setParameter("street", street.digits())
                        .setParameter("year", year)
                        .getSingleResult()
                        .toDomain();
            }
            BudgetRow row = BudgetRow.of(street.digits(), year, amount, by, at);
            work.entities().persist(row);
            return row.toDomain();
        });
    }

    public Optional<Budget> find(AreaCode street, int year) {
        return of(street).stream().filter(budget -> budget.year() == year).findFirst();
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
