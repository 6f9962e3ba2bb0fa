package org.ezhili.points.internal.rest.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A line of a statement.
 *
 * @param points effect on what the owner can spend
 * @param amount how many points were moved
 * @param owner only where lines of many owners are listed
 */
public record EntryJson(
        String id,
        String at,
        String kind,
        long points,
        long amount,
        String source,
        String street,
        @Nullable String owner,
        @Nullable String ownerName) {}
