package org.ezhili.platform.gateway.internal.guard;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Closes the way to a module whose requests fail one after the other, or none of which ever ends, and lets single ones try again
 * after a pause that grows. While all is well it costs a look at one field. Thread-safe.
 */
final class Circuit {

    /** So many failures within the window, and at least half of all that ended in it. */
    private static final int FAILURES = 10;

    private static final long WINDOW = Duration.ofSeconds(10).toNanos();

    /** For so long all who are inside stay inside. */
    private static final long STUCK = Duration.ofSeconds(10).toNanos();

    private static final long FIRST_PAUSE = Duration.ofSeconds(5).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofSeconds(60).toNanos();
    private static final long TRIAL = Duration.ofSeconds(30).toNanos();

    /** So many single requests must succeed before all may come again. */
    private static final int TRIALS = 3;

    private enum State {
        CLOSED,
        OPEN,
        TRYING
    }

    private final LongSupplier nanos;
    private volatile State state = State.CLOSED;

    private long windowStart;
    private long endedBefore;
    private int failures;

    private long fullSince;
    private long endedWhenFull = -1;

    private long pause = FIRST_PAUSE;
    private long openUntil;
    private boolean isTried;
    private long triedSince;
    private int succeeded;

    Circuit(LongSupplier nanos) {
        this.nanos = nanos;
    }

    boolean isClosed() {
        return state == State.CLOSED;
    }

    /** In how many seconds to come again; zero for a request that may go in now. */
    long refusedFor() {
        return state == State.CLOSED ? 0 : tried();
    }

    private synchronized long tried() {
        long now = nanos.getAsLong();
        if (state == State.OPEN && now - openUntil >= 0) {
            state = State.TRYING;
            succeeded = 0;
            isTried = false;
        }
        if (state == State.TRYING && isTried && now - triedSince > TRIAL) {
            open(now);
        }
        return switch (state) {
            case CLOSED -> 0;
            case OPEN -> Math.max(1, Duration.ofNanos(openUntil - now).toSeconds());
            case TRYING -> {
                boolean goes = !isTried;
                if (goes) {
                    isTried = true;
                    triedSince = now;
                }
                yield goes ? 0 : 1;
            }
        };
    }

    /** Whoever was let in to try was turned away further on. */
    synchronized void notTried() {
        isTried = false;
    }

    /** @param endedSoFar how many requests have ended since the version came; asked after a failure only */
    void ended(boolean failed, LongSupplier endedSoFar) {
        if (failed || state != State.CLOSED) {
            judge(failed, endedSoFar.getAsLong());
        }
    }

    private synchronized void judge(boolean failed, long ended) {
        long now = nanos.getAsLong();
        if (state == State.TRYING) {
            isTried = false;
            if (failed) {
                open(now);
            } else if (++succeeded >= TRIALS) {
                close();
            }
        } else if (state == State.CLOSED && failed) {
            count(now, ended);
        }
    }

    private void count(long now, long ended) {
        if (failures == 0 || now - windowStart > WINDOW) {
            windowStart = now;
            endedBefore = ended - 1;
            failures = 0;
        }
        failures++;
        if (failures >= FAILURES && failures * 2L >= ended - endedBefore) {
            open(now);
        }
    }

    /** Nobody else fits in. When nobody gets out either for a while, those inside are stuck. */
    synchronized void full(long ended) {
        long now = nanos.getAsLong();
        if (ended != endedWhenFull) {
            endedWhenFull = ended;
            fullSince = now;
        } else if (now - fullSince > STUCK && state != State.OPEN) {
            open(now);
        }
    }

    private void open(long now) {
        pause = state == State.CLOSED ? FIRST_PAUSE : Math.min(pause * 2, LONGEST_PAUSE);
        state = State.OPEN;
        openUntil = now + pause;
        failures = 0;
    }

    private void close() {
        state = State.CLOSED;
        failures = 0;
        endedWhenFull = -1;
    }
}
