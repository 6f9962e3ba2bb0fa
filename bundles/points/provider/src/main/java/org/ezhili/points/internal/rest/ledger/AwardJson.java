package org.ezhili.points.internal.rest.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What came of an occasion.
 *
 * @param reason why there are no points: {@code no-rule}, {@code cap}, {@code budget}
 */
public record AwardJson(long points, @Nullable String reason) {}
