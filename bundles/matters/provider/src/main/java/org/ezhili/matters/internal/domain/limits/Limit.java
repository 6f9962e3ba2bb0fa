package org.ezhili.matters.internal.domain.limits;

/**
 * How long handling may take.
 *
 * @param amount at least 1
 */
public record Limit(int amount, LimitUnit unit) {

    public Limit {
        if (amount < 1) {
            throw new IllegalArgumentException("a limit is at least one " + unit.word());
        }
    }
}
