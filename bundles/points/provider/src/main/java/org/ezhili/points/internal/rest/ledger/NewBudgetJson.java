package org.ezhili.points.internal.rest.ledger;

import javax.validation.constraints.Max;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotNull;

/** How many points a street may give in a year. */
public record NewBudgetJson(
        @NotNull @Min(0) @Max(1_000_000_000_000L) Long amount) {}
