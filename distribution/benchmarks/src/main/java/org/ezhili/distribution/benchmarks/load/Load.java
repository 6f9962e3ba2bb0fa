package org.ezhili.distribution.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients in a closed loop: each sends its next request when it has the answer to the one before. */
public final class Load {

    private Load() {}

    /** Answers in a second, of which all were good. */
    public static double perSecond(URI address, Requests requests, int clients, Duration time) {
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        try {
            long begin = System.nanoTime();
            long end = begin + time.toNanos();
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                counts.add(pool.submit(() -> client(address, requests, end)));
            }
            long answers = 0;
            for (Future<Long> count : counts) {
                answers += count.get();
            }
            return answers / ((System.nanoTime() - begin) / 1e9);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Within how many milliseconds 99 of a hundred answers came; all of them good. */
    public static double p99Millis(URI address, Requests requests, int clients, Duration time) {
        Queue<Long> all = new ConcurrentLinkedQueue<>();
        long end = System.nanoTime() + time.toNanos();
        Thread[] threads = new Thread[clients];
        for (int i = 0; i < clients; i++) {
            threads[i] = new Thread(() -> all.addAll(times(address, requests, end)));
            threads[i].start();
        }
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        List<Long> taken = all.stream().sorted().toList();
        return taken.get((int) (taken.size() * 0.99)) / 1e6;
    }

    private static List<Long> times(URI address, Requests requests, long end) {
        List<Long> taken = new ArrayList<>();
        try (Wire wire = new Wire(address)) {
            for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
                if (wire.exchange(requests.next()) >= 300) {
                    throw new IOException("not answered");
                }
                taken.add(System.nanoTime() - begin);
            }
            return taken;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static long client(URI address, Requests requests, long end) throws IOException {
        long answers = 0;
        try (Wire wire = new Wire(address)) {
            while (System.nanoTime() < end) {
                int status = wire.exchange(requests.next());
                if (status >= 300) {
                    throw new IOException("answered " + status);
                }
                answers++;
            }
        }
        return answers;
    }
}
