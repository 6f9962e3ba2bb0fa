package org.ezhili.points.internal.rest.ledger;

import java.util.List;

/** What rules would have given for the occasions of the past three months. */
public record DryRunJson(String from, String to, long given, long would, List<LineJson> items) {

    /**
     * One kind of occasion.
     *
     * @param given points that were given
     * @param would points that these rules would have given
     * @param capped occasions that would have earned nothing because of a cap
     */
    public record LineJson(String kind, long occasions, long given, long would, long capped) {}
}
