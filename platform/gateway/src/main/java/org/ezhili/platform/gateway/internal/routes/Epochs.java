package org.ezhili.platform.gateway.internal.routes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * Knows when every request that began before a moment has ended (read-copy-update): a version is taken away only after the
 * requests that may still hold it. Entering and leaving cost one counter each.
 */
public final class Epochs {

    private static final long LOOK_AGAIN_MILLIS = 2;

    private volatile Epoch current = new Epoch();
    private final List<Epoch> earlier = new ArrayList<>();

    /** A stretch of time between two switches. */
    public static final class Epoch {
        private final LongAdder begun = new LongAdder();
        private final LongAdder ended = new LongAdder();

        public void leave() {
            ended.increment();
        }

        /** {@code ended} is read first, so that the difference never comes out too small. */
        private boolean isQuiet() {
            long out = ended.sum();
            return begun.sum() == out;
        }
    }

    /** Counts a request in; it must leave the epoch it got. */
    public Epoch enter() {
        while (true) {
            Epoch epoch = current;
            epoch.begun.increment();
            if (epoch == current) {
                return epoch;
            }
            epoch.ended.increment();
        }
    }

    /** Waits until all requests that began before this call have ended; false when {@code patience} ran out first. */
    public synchronized boolean drain(Duration patience) throws InterruptedException {
        earlier.add(current);
        current = new Epoch();
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            earlier.removeIf(Epoch::isQuiet);
            if (earlier.isEmpty()) {
                return true;
            }
            if (System.nanoTime() > deadline) {
                return false;
            }
            wait(LOOK_AGAIN_MILLIS);
        }
    }
}
