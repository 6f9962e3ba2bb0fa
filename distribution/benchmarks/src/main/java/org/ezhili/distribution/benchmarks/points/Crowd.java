package org.ezhili.distribution.benchmarks.points;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Clients in a closed loop inside this machine's one Java. */
final class Crowd implements AutoCloseable {

    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final long A_SLICE = 1L << 32;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** Transfers in a second. */
    double perSecond(Transfers transfers, int clients, Duration time) {
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        long first = NUMBERS.getAndAdd(A_SLICE);
        List<Future<Long>> counts = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            int client = i;
            counts.add(threads.submit(() -> {
                long number = first;
                while (System.nanoTime() < end) {
                    transfers.one(client, number++);
                }
                return number - first;
            }));
        }
        long made = 0;
        for (Future<Long> count : counts) {
            made += of(count);
        }
        return made / ((System.nanoTime() - begin) / 1e9);
    }

    private static long of(Future<Long> count) {
        try {
            return count.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
