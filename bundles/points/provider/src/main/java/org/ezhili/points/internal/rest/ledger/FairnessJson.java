package org.ezhili.points.internal.rest.ledger;

import org.jspecify.annotations.Nullable;

/** What everybody may know of a street's points: the budget of the year, what was given and what became of it, the rules in effect. */
public record FairnessJson(
        String street,
        String name,
        @Nullable BudgetJson budget,
        long given,
        long redeemed,
        long expired,
        long inHands,
        @Nullable RuleBookJson rules) {}
