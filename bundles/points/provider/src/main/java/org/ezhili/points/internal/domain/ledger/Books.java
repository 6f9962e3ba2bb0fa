package org.ezhili.points.internal.domain.ledger;

import java.util.Optional;
import org.ezhili.platform.AreaCode;

/**
 * The books as {@link Bookkeeping} sees them while it posts: everything that was put or recorded is seen at once. Nothing is
 * kept of a transfer that is refused, because a refusal comes before the first change.
 */
public interface Books {

    long nextId();

    /** The posting of this key, with its legs. */
    Optional<Posting> posting(String key);

    /** Whether a posting has been redeemed, released or reversed. */
    boolean isClosed(long posting);

    /** The holding of an owner; opened when there is none. */
    Holding owner(String owner);

    /** The holding of an account that has a posting or a lot. */
    Holding account(long account);

    Optional<Lot> lot(long id);

    /** The lots of an account that have points left, those that lapse first first, of one day in the order of their ids. */
    Iterable<Lot> open(long account);

    /** How many points more the street may give this year. */
    long budgetLeft(AreaCode street);

    /** Adds a lot, or changes what remains of it. */
    void put(Lot lot);

    /** Adds a posting. */
    void record(Posting posting);
}
