package org.ezhili.platform.gateway.internal.routes;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.gateway.internal.guard.RefusedModule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a version of a module in, in a thread that may be lost to it: whoever started its bundle does not wait for longer than the
 * deadline. What comes after that is not taken any more.
 */
final class Arrival {

    private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);

    private enum End {
        COME,
        GIVEN_UP
    }

    private final Executor threads;

    Arrival(Executor threads) {
        this.threads = threads;
    }

    /**
     * What {@code comes} gives, or throws.
     *
     * @param late gets what comes too late
     * @throws RefusedModule when it does not come in time
     */
    <T> T await(Callable<T> comes, Duration deadline, Consumer<T> late) {
        AtomicReference<End> end = new AtomicReference<>();
        FutureTask<T> coming = new FutureTask<>(() -> {
            T come = comes.call();
            if (!end.compareAndSet(null, End.COME)) {
                LOG.info("a module came up too late, and is let go");
                late.accept(come);
            }
            return come;
        });
        threads.execute(coming);
        try {
            return inTime(coming, deadline, end);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw failed.getCause() instanceof RuntimeException thrown
                    ? thrown
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw tooLate(deadline);
        }
    }

    private static <T> T inTime(FutureTask<T> coming, Duration deadline, AtomicReference<End> end)
            throws ExecutionException, InterruptedException {
        try {
            return coming.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | CancellationException late) {
            if (end.compareAndSet(null, End.GIVEN_UP)) {
                coming.cancel(true);
                throw tooLate(deadline);
            }
            return coming.get();
        } catch (InterruptedException stopped) {
            if (end.compareAndSet(null, End.GIVEN_UP)) {
                coming.cancel(true);
                throw stopped;
            }
            T come = coming.get();
            Thread.currentThread().interrupt();
            return come;
        }
    }

    private static RefusedModule tooLate(Duration deadline) {
        return new RefusedModule(LocalText.of(
                "模块启动后 " + deadline.toSeconds() + " 秒仍未就绪",
                "it does not come to the end of its start within " + deadline.toSeconds() + " s"));
    }
}
