package org.ezhili.points.internal.domain.ledger;

/**
 * One side of a posting.
 *
 * @param holder id of the owner's account, or the street's code as a number
 * @param lot whose points they are
 * @param amount positive: they come; negative: they go
 */
public record Leg(AccountKind kind, long holder, long lot, long amount) {}
