package org.ezhili.points.internal.domain.ledger;

/** What came of a transfer. */
public sealed interface Outcome {

    /**
     * It is in the books.
     *
     * @param posting its id
     * @param amount points that were moved
     * @param repeated the key was known: nothing was moved now
     */
    record Posted(long posting, long amount, boolean repeated) implements Outcome {}

    /** It is not, and nothing was changed. */
    record Refused(Reason reason) implements Outcome {}

    /** Why not. */
    enum Reason {
        /** The owner has fewer points, or fewer of the street that is asked for. */
        NOT_ENOUGH,
        /** The street's budget of the year does not hold as many. */
        BUDGET,
        /** There is no posting with the key that is referred to, or it is of another sort. */
        NO_SUCH_POSTING,
        /** The posting referred to was redeemed, released or reversed before. */
        CLOSED,
        /** The key was used for another transfer. */
        KEY_REUSED,
        /** Nothing remains of the lot. */
        NOTHING_LEFT
    }
}
