package org.ezhili.points.internal.store.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does many callers' work in one go (flat combining, Hendler et al. 2010): whoever comes first does what has queued up
 * meanwhile for everybody, then hands on to the first who still waits. Those whom the last round answered often come again
 * at once: the next one waits for them, for a small part of the time that a round takes. With one caller it costs nothing;
 * the more there are, the more a commit is shared. Thread-safe; it has no thread of its own.
 */
final class Combiner<T, R> {

    /** The part of a round's time for which the next one waits at most. */
    private static final int PART = 8;

    private static final long LOOK_NANOS = 20_000;

    /** After a round that a stumbling database made long. */
    private static final long LONGEST_NANOS = 5_000_000;

    private final int most;
    private final Function<List<T>, List<R>> work;
    private final ConcurrentLinkedQueue<Waiting<T, R>> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger queued = new AtomicInteger();
    private final AtomicBoolean busy = new AtomicBoolean();

    /** How many may come to the next round, and how long the last one took: theirs who are busy. */
    private int expected;

    private long lastNanos;

    /**
     * @param most how many are done in one go
     * @param work answers each in turn; what it throws means that none was done
     */
    Combiner(int most, Function<List<T>, List<R>> work) {
        this.most = most;
        this.work = work;
    }

    R submit(T task) {
        Waiting<T, R> own = new Waiting<>(task, Thread.currentThread());
        queue.add(own);
        queued.incrementAndGet();
        boolean interrupted = false;
        while (!own.done) {
            if (busy.compareAndSet(false, true)) {
                try {
                    if (!own.done) {
                        gather();
                        round();
                    }
                } finally {
                    busy.set(false);
                    handOn();
                }
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return own.answer();
    }

    /** How many wait for the next round. */
    int waiting() {
        return queued.get();
    }

    private void handOn() {
        Waiting<T, R> next = queue.peek();
        if (next != null) {
            LockSupport.unpark(next.thread);
        }
    }

    private void gather() {
        long until = System.nanoTime() + Math.min(lastNanos / PART, LONGEST_NANOS);
        while (queued.get() < expected && System.nanoTime() < until) {
            LockSupport.parkNanos(this, LOOK_NANOS);
        }
    }

    private void round() {
        long begin = System.nanoTime();
        List<Waiting<T, R>> batch = next();
        try {
            answer(batch);
        } finally {
            expected = Math.min(most, batch.size() + queued.get());
            lastNanos = System.nanoTime() - begin;
        }
    }

    private List<Waiting<T, R>> next() {
        List<Waiting<T, R>> batch = new ArrayList<>();
        for (Waiting<T, R> next = queue.poll(); next != null; next = queue.poll()) {
            batch.add(next);
            if (batch.size() == most) {
                break;
            }
        }
        queued.addAndGet(-batch.size());
        return batch;
    }

    private void answer(List<Waiting<T, R>> batch) {
        try {
            List<R> answers =
                    work.apply(batch.stream().map(waiting -> waiting.task).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answered(answers.get(i));
            }
        } catch (RuntimeException failure) {
            if (batch.size() == 1) {
                batch.get(0).failed(failure);
            } else {
                batch.forEach(this::alone);
            }
        } catch (Error failure) {
            batch.forEach(waiting -> waiting.failed(new IllegalStateException(failure)));
            throw failure;
        }
    }

    /** One that can't be done must not keep the others from theirs. */
    private void alone(Waiting<T, R> waiting) {
        try {
            waiting.answered(work.apply(List.of(waiting.task)).get(0));
        } catch (RuntimeException failure) {
            waiting.failed(failure);
        }
    }

    /** One caller and the answer it waits for. */
    private static final class Waiting<T, R> {

        private final T task;
        private final Thread thread;
        private @Nullable R answer;
        private @Nullable RuntimeException failure;
        private volatile boolean done;

        Waiting(T task, Thread thread) {
            this.task = task;
            this.thread = thread;
        }

        void answered(R value) {
            answer = value;
            done = true;
            LockSupport.unpark(thread);
        }

        void failed(RuntimeException cause) {
            failure = cause;
            done = true;
            LockSupport.unpark(thread);
        }

        R answer() {
            if (failure != null) {
                throw failure;
            }
            if (answer == null) {
                throw new IllegalStateException("no answer");
            }
            return answer;
        }
    }
}
