package org.ezhili.platform.persistence.internal;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
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
     * Does the work on the calling thread, one work at a time.
     *
     * @param owner whom it is done for
     * @return whether it was handed over: interrupted before its end, or just after it
     */
    public boolean work(Object owner, Runnable work) {
        synchronized (this) {
            pieces.add(new Piece(owner));
        }
        try {
            work.run();
        } finally {
            synchronized (this) {
                pieces.removeIf(piece -> piece.thread == Thread.currentThread());
                notifyAll();
            }
        }
        return Thread.interrupted();
    }

    /** What the calling thread has worked at so far has ended; what comes now is another piece of the same work. */
    public synchronized void breathe() {
        Thread self = Thread.currentThread();
        List<Piece> own = pieces.stream().filter(piece -> piece.thread == self).toList();
        own.forEach(piece -> pieces.add(new Piece(piece.owner)));
        own.forEach(pieces::remove);
        notifyAll();
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
