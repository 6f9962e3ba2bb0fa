package org.ezhili.platform.persistence.internal;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** What the platform is working at for modules right now, and on which thread. Thread-safe. */
public final class Underway {

    private final Set<Piece> pieces = new HashSet<>();

    /** One piece of work; compared by identity. */
    private static final class Piece {
        private final Object owner;
        private final Thread thread = Thread.currentThread();

        Piece(Object owner) {
            this.owner = owner;
        }
    }

    /**
     * Does the work on the calling thread.
     *
     * @param owner whom it is done for
     * @return whether it was handed over: interrupted before its end, or just after it
     */
    public boolean work(Object owner, Runnable work) {
        Piece piece = new Piece(owner);
        synchronized (this) {
            pieces.add(piece);
        }
        try {
            work.run();
        } finally {
            synchronized (this) {
                pieces.remove(piece);
                notifyAll();
            }
        }
        return Thread.interrupted();
    }

    /** Waits until what is under way now has ended; false when {@code patience} ran out first. */
    public synchronized boolean await(Duration patience) throws InterruptedException {
        Set<Piece> now = new HashSet<>(pieces);
        long deadline = System.nanoTime() + patience.toNanos();
        while (pieces.stream().anyMatch(now::contains)) {
            long rest = (deadline - System.nanoTime()) / 1_000_000;
            if (rest <= 0) {
                return false;
            }
            wait(rest);
        }
        return true;
    }

    /** Interrupts what is done for {@code owner}; nothing that ends before this call is touched. */
    public synchronized void interrupt(Object owner) {
        pieces.stream().filter(piece -> piece.owner == owner).forEach(piece -> piece.thread.interrupt());
    }
}
