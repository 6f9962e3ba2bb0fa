package org.ezhili.points.internal.domain.ledger;

import java.time.LocalDate;
import java.util.Comparator;
import org.ezhili.platform.AreaCode;

/**
 * Points that were given together and lapse together.
 *
 * @param account who has them
 * @param street who gave them
 * @param amount how many they were
 * @param remaining how many can be spent
 * @param lapsed how many have lapsed
 * @param expiresOn first day on which they are no longer good
 */
public record Lot(
        long id, long account, AreaCode street, long amount, long remaining, long lapsed, LocalDate expiresOn) {

    /** Those that lapse first first, of one day in the order in which they were given. */
    public static final Comparator<Lot> FIRST_OUT =
            Comparator.comparing(Lot::expiresOn).thenComparingLong(Lot::id);

    /** Points were taken from it, or given back to it. */
    Lot with(long left) {
        return with(left, lapsed);
    }

    Lot with(long left, long gone) {
        return new Lot(id, account, street, amount, left, gone, expiresOn);
    }

    /** The street as a holder of legs. */
    public long issuer() {
        return Long.parseLong(street.digits());
    }
}
