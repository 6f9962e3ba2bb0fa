package org.ezhili.points.internal.domain.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One movement of points. It is written once and never changed.
 *
 * @param account whose points move
 * @param amount how many
 * @param closes the posting that this one redeems, releases or reverses; a posting is closed once
 */
public record Posting(
        long id,
        String key,
        PostingKind kind,
        long account,
        long amount,
        Optional<Long> closes,
        String source,
        Instant at,
        List<Leg> legs) {

    public Posting {
        legs = List.copyOf(legs);
    }

    /** The key of what pays a debt with the points that a posting has just brought. */
    public static String settling(long cause) {
        return "settle:" + cause;
    }

    public Posting with(List<Leg> all) {
        return new Posting(id, key, kind, account, amount, closes, source, at, all);
    }
}
