package org.ezhili.points.internal.rest.ledger;

import java.util.List;

/** What the caller has: points to spend, points promised to rewards, points owed, and the lots, those that lapse first first. */
public record AccountJson(long available, long held, long debt, List<LotJson> lots) {

    /**
     * Points that were given together.
     *
     * @param until last day on which they are good
     */
    public record LotJson(String street, String streetName, long amount, long remaining, String until) {}
}
