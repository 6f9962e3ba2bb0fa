package org.ezhili.matters.internal.domain;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a matter stands in its life. */
public enum State {
    REPORTED,
    ACCEPTED,
    REJECTED,
    DISPATCHED,
    IN_HAND,
    HANDLED,
    VERIFIED,
    CLOSED,
    CANCELLED;

    /** The clock of the time limit matters: somebody still owes work. */
    public static final Set<State> OWING = EnumSet.of(REPORTED, ACCEPTED, DISPATCHED, IN_HAND);

    /** Somebody still has to do something. */
    public static final Set<State> OPEN = EnumSet.of(REPORTED, ACCEPTED, DISPATCHED, IN_HAND, HANDLED, VERIFIED);

    /** It is on its handler's list of work. */
    public static final Set<State> HANDLING = EnumSet.of(DISPATCHED, IN_HAND);

    /** It may have a handler. */
    public static final Set<State> GIVEN = EnumSet.of(DISPATCHED, IN_HAND, HANDLED, VERIFIED, CLOSED, CANCELLED);

    public boolean owesWork() {
        return OWING.contains(this);
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<State> ofWord(String word) {
        for (State state : values()) {
            if (state.word().equals(word)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
