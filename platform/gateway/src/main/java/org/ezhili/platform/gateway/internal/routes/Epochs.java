package org.ezhili.platform.gateway.internal.routes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Knows when every request that began before a moment has ended (read-copy-update): a version is taken away only after the
 * requests that may still hold it. Entering and leaving cost one counter each.
 */
public final class Epochs {

    private static final long LOOK_AGAIN_MILLIS = 2;

    /** Nobody waits longer for a switch, whatever it waits for itself. */
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    private volatile Epoch current = new Epoch();
    private volatile @Nullable Pause pause;
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
            return underWay() == 0;
        }

        private long underWay() {
            long out = ended.sum();
            return begun.sum() - out;
        }
    }

    /** A moment in which nobody enters. */
    final class Pause implements AutoCloseable {
        private final CountDownLatch over = new CountDownLatch(1);

        @Override
        public void close() {
            pause = null;
            over.countDown();
        }

        private void sitOut() {
            try {
                over.await(LONGEST_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Has whoever comes wait a moment at the door, until the pause is closed: what comes then finds all of the new versions and
     * nothing of the old, and what is being switched has the processor to itself. One pause at a time.
     */
    Pause pause() {
        Pause begun = new Pause();
        pause = begun;
        return begun;
    }

    /** Counts a request in; it must leave the epoch it got. */
    public Epoch enter() {
        Pause now = pause;
        if (now != null) {
            now.sitOut();
        }
        while (true) {
            Epoch epoch = current;
            epoch.begun.increment();
            if (epoch == current) {
                return epoch;
            }
            epoch.ended.increment();
        }
    }

    /**
     * How a drain went.
     *
     * @param requests how many were under way when it began
     * @param quiet whether all of them ended in time
     */
    public record Drained(long requests, boolean quiet) {}

    /** Waits until all requests that began before this call have ended, or {@code patience} has run out. */
    public synchronized Drained drain(Duration patience) throws InterruptedException {
        earlier.add(current);
        current = new Epoch();
        long requests = earlier.stream().mapToLong(Epoch::underWay).sum();
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            earlier.removeIf(Epoch::isQuiet);
            if (earlier.isEmpty()) {
                return new Drained(requests, true);
            }
            if (System.nanoTime() > deadline) {
                return new Drained(requests, false);
            }
            wait(LOOK_AGAIN_MILLIS);
        }
    }
}
