package org.ezhili.platform.persistence.internal.events;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of events to one consumer: at most one delivery at a time, on a thread that no other consumer waits for. Thread-safe.
 */
final class Lane {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private static final int RESTING = 0;
    private static final int WORKING = 1;
    private static final int WOKEN_AGAIN = 2;

    private final Executor threads;
    private final Runnable delivery;
    private final AtomicInteger state = new AtomicInteger(RESTING);

    Lane(Executor threads, Runnable delivery) {
        this.threads = threads;
        this.delivery = delivery;
    }

    /** There is something to deliver. */
    void wake() {
        int before = state.getAndUpdate(now -> now == RESTING ? WORKING : WOKEN_AGAIN);
        if (before == RESTING) {
            try {
                threads.execute(this::work);
            } catch (RejectedExecutionException stopping) {
                state.set(RESTING);
                LOG.debug("the relay is stopping; the event waits in the outbox", stopping);
            }
        }
    }

    boolean isWorking() {
        return state.get() != RESTING;
    }

    private void work() {
        boolean more = true;
        while (more) {
            state.set(WORKING);
            try {
                delivery.run();
            } catch (Error broken) {
                state.set(RESTING);
                throw broken;
            }
            more = !state.compareAndSet(WORKING, RESTING);
        }
    }
}
