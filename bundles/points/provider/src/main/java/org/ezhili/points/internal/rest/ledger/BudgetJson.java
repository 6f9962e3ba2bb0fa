package org.ezhili.points.internal.rest.ledger;

import org.ezhili.points.internal.domain.earning.Budget;

/** A street's points of one year: the most that may be given, what was given less what was taken back, what is left. */
public record BudgetJson(int year, long amount, long given, long left) {

    static BudgetJson from(Budget budget) {
        return new BudgetJson(budget.year(), budget.amount(), budget.given(), budget.left());
    }
}
