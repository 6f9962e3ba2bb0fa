package org.ezhili.distribution.benchmarks.peer;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/** Reports without any HTTP, as fast as some threads can. */
final class RawLoop {

    private static final String BODY =
            "{\"category\":\"E0101\",\"description\":\"路灯不亮，请尽快修理\",\"area\":\"340603002001001\"}";

    private RawLoop() {}

    /** How many reports a second the database took. */
    static String run(DataSource source, int threads, Duration time) throws SQLException {
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                counts.add(pool.submit(() -> one(source, end)));
            }
            long done = 0;
            for (Future<Long> count : counts) {
                done += count.get();
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            return "{\"perSecond\":" + done / seconds + "}";
        } catch (ExecutionException failure) {
            throw new SQLException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SQLException(stopped);
        } finally {
            pool.shutdownNow();
        }
    }

    private static long one(DataSource source, long end) throws SQLException {
        long done = 0;
        while (System.nanoTime() < end) {
            RawReport.report(source, BODY);
            done++;
        }
        return done;
    }
}
