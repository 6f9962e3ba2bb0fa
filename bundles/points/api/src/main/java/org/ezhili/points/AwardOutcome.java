package org.ezhili.points;

/** What came of an occasion. The same occasion again has the same outcome. */
public sealed interface AwardOutcome {

    /**
     * Points were given.
     *
     * @param points at least 1; fewer than the rule says when a cap was met
     */
    record Awarded(long points) implements AwardOutcome {}

    /** The occasion is on record, and no points were given for it. */
    record Nothing(Reason reason) implements AwardOutcome {}

    /** Why there were none. */
    enum Reason {
        /** The street does without points. */
        MODULE_OFF,
        /** The street's rules give nothing for it. */
        NO_RULE,
        /** The day's or the month's cap was met before. */
        CAP,
        /** The street's budget of the year does not hold as many. */
        BUDGET,
        /** Withdrawn before: an occasion that was withdrawn earns nothing again. */
        WITHDRAWN
    }
}
