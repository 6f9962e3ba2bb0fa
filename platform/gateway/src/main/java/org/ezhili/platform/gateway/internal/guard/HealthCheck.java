package org.ezhili.platform.gateway.internal.guard;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.module.Health;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a module how it is, in a thread that may be lost to it: one at a time, and never for longer than the deadline. */
public final class HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(HealthCheck.class);

    private final String module;
    private final Supplier<@Nullable Health> question;
    private final ExecutorService threads;
    private final Duration deadline;
    private @Nullable Future<@Nullable Health> asked;
    private long askedAt;

    public HealthCheck(String module, Supplier<@Nullable Health> question, ExecutorService threads, Duration deadline) {
        this.module = module;
        this.question = question;
        this.threads = threads;
        this.deadline = deadline;
    }

    /** Asks, unless the last question still waits for its answer. */
    public synchronized Future<@Nullable Health> begin() {
        Future<@Nullable Health> last = asked;
        if (last != null && !last.isDone()) {
            return last;
        }
        Future<@Nullable Health> fresh = threads.submit(question::get);
        asked = fresh;
        askedAt = System.nanoTime();
        return fresh;
    }

    /** What the module says; bad when it says nothing in time. */
    public Health answer() {
        Future<@Nullable Health> answer = begin();
        try {
            Health health = answer.get(left(), TimeUnit.NANOSECONDS);
            return health == null || isSilent(health.note())
                    ? Health.bad("没有给出健康状况", "does not say how it is")
                    : health;
        } catch (TimeoutException late) {
            return Health.bad(
                    "健康检查 " + deadline.toSeconds() + " 秒内没有回答",
                    "does not answer its health check within " + deadline.toSeconds() + " s");
        } catch (ExecutionException | CancellationException failed) {
            LOG.debug("health of {} cannot be told", module, failed);
            return Health.bad("健康检查出错:" + failed.getCause(), "its health check fails: " + failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Health.bad("健康检查被中断", "its health check was interrupted");
        }
    }

    private static boolean isSilent(@Nullable LocalText note) {
        return note == null || note.zh() == null || note.en() == null;
    }

    private synchronized long left() {
        return Math.max(1, askedAt + deadline.toNanos() - System.nanoTime());
    }

    /** Nobody waits for an answer any more. */
    public synchronized void close() {
        Future<@Nullable Health> last = asked;
        if (last != null) {
            last.cancel(true);
        }
    }
}
