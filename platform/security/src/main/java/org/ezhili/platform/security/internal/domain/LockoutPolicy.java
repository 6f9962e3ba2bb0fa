package org.ezhili.platform.security.internal.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often somebody may be wrong. A try is counted before the password is looked at and forgotten when it was right, so
 * that guesses made at the same time, on whatever node, are all counted.
 *
 * @param most wrong tries before the name is locked
 * @param window in which they are counted, and for which the name is locked
 */
public record LockoutPolicy(int most, Duration window) {

    public LockoutPolicy {
        if (most < 1 || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("at least one try in some time: " + most + " in " + window);
        }
    }

    /** What becomes of a try made at {@code now}. */
    public Admission admit(Tries before, Instant now) {
        if (before.lockedUntil().isPresent()) {
            Instant until = before.lockedUntil().get();
            return now.isBefore(until) ? new Admission.Locked(until) : counted(Tries.none(now), now);
        }
        boolean over = !now.isBefore(before.since().plus(window));
        return counted(over ? Tries.none(now) : before, now);
    }

    private Admission counted(Tries before, Instant now) {
        int failed = before.failed() + 1;
        boolean last = failed >= most;
        return new Admission.Counted(
                new Tries(failed, before.since(), last ? Optional.of(now.plus(window)) : Optional.empty()), last);
    }

    /** Whether a try is looked at. */
    public sealed interface Admission {

        /**
         * It is looked at.
         *
         * @param after the count that stands unless the password is right
         * @param last when it is wrong, the name is locked
         */
        record Counted(Tries after, boolean last) implements Admission {}

        /** It is not looked at. */
        record Locked(Instant until) implements Admission {}
    }
}
