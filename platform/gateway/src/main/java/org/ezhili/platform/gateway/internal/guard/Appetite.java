package org.ezhili.platform.gateway.internal.guard;

import java.util.concurrent.atomic.LongAdder;

/**
 * What one version of a module takes of the processor, and how many requests it may have under way for that. Thread-safe; only the
 * {@link Processor} asks it {@link #sinceLastAsked} and changes it.
 */
final class Appetite {

    private static final int UNLIMITED = Integer.MAX_VALUE;

    /** A request that takes less than this part of a core waits for something else. */
    private static final int WAITS = 4;

    private final LongAdder taken = new LongAdder();
    private volatile int atOnce = UNLIMITED;
    private long asked;

    /** A request has ended that took so much of the processor. */
    void took(long nanos) {
        taken.add(nanos);
    }

    /** Nanoseconds of a processor, of requests that have ended and of those that still run. */
    long sinceLastAsked(long stillRunning) {
        long all = taken.sum() + stillRunning;
        long fresh = all - asked;
        asked = all;
        return Math.max(0, fresh);
    }

    int atOnce() {
        return atOnce;
    }

    boolean isNarrow() {
        return atOnce != UNLIMITED;
    }

    /** Whether those who may be under way leave most of what is theirs: they wait for something else. */
    boolean isSmall(long nanos, long elapsed) {
        return nanos * WAITS < elapsed * atOnce;
    }

    /** @param underWay how many there are now */
    void halve(int underWay) {
        atOnce = Math.max(1, Math.min(atOnce, underWay) / 2);
    }

    /** A quarter more; without a limit of its own when that is as many as there may be anyhow. */
    void widen(int most) {
        int wider = atOnce + Math.max(1, atOnce / 4);
        atOnce = wider >= most ? UNLIMITED : wider;
    }
}
