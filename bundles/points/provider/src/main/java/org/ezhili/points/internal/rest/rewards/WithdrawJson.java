package org.ezhili.points.internal.rest.rewards;

import javax.validation.constraints.Min;

/** The wish to call a reward off, and the version it starts from. */
public record WithdrawJson(@Min(1) int version) {}
