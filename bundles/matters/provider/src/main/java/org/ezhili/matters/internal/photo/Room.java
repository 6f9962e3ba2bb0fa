package org.ezhili.matters.internal.photo;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;

/** So much memory and no more is given to photos on their way in, however many people send theirs at once. Thread-safe. */
public final class Room {

    private static final long MEBIBYTE = 1L << 20;

    private final Semaphore mebibytes;
    private final int largest;
    private final Duration patience;

    /**
     * @param all mebibytes there are
     * @param largest mebibytes that one upload can take, and takes when its length is not said
     * @param patience how long an upload waits for its room
     */
    public Room(int all, int largest, Duration patience) {
        this.mebibytes = new Semaphore(all, true);
        this.largest = largest;
        this.patience = patience;
    }

    /** One upload. */
    public interface Work<T> {
        T done() throws IOException;
    }

    /** Does {@code work} in the room for {@code length} bytes, negative if unknown; refuses with 503 when there is none in time. */
    public <T> T take(long length, Work<T> work) throws IOException {
        int needed = length < 0 ? largest : (int) Math.min(largest, length / MEBIBYTE + 1);
        enter(needed);
        try {
            return work.done();
        } finally {
            mebibytes.release(needed);
        }
    }

    private void enter(int needed) {
        try {
            if (!mebibytes.tryAcquire(needed, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private static ProblemException busy() {
        return new ProblemException(Problem.unavailable("photos-busy", 5));
    }
}
