package org.ezhili.distribution.demo.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The chapter of a module that may start later than the others, or never. Thread-safe. */
final class Awaited {

    private final Duration patience;
    private @Nullable Chapter chapter;
    private boolean calledOff;

    /** @param patience how long it is waited for */
    Awaited(Duration patience) {
        this.patience = patience;
    }

    synchronized void here(Chapter come) {
        chapter = come;
        notifyAll();
    }

    /** Another one may have come before this one goes. */
    synchronized void gone(Chapter left) {
        if (left.equals(chapter)) {
            chapter = null;
        }
    }

    /** Nobody waits any more. */
    synchronized void callOff() {
        calledOff = true;
        notifyAll();
    }

    /** The chapter as soon as it is here; empty when patience has an end, or the waiting was called off. */
    synchronized Optional<Chapter> get() {
        long end = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toNanos();
                    chapter == null && !calledOff && left > 0;
                    left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, TimeUnit.MILLISECONDS.toNanos(1)));
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        return Optional.ofNullable(chapter);
    }
}
