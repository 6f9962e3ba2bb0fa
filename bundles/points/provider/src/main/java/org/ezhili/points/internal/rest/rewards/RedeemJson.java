package org.ezhili.points.internal.rest.rewards;

import javax.validation.constraints.Max;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;

/** The wish to exchange points, at the price that was shown. */
public record RedeemJson(
        @NotNull @Pattern(regexp = "[0-9]{1,19}") String reward,
        @Min(1) @Max(1_000_000) long price) {}
