package org.ezhili.platform.gateway.internal.guard;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.ezhili.platform.gateway.Leftover;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches what versions leave behind that have been taken away for good: a class loader that a collection of all memory did not
 * free, threads that run on in it. What is found is told once in the log, and stays on the list until it has gone.
 */
public final class LeftBehind {

    private static final Logger LOG = LoggerFactory.getLogger(LeftBehind.class);

    /** So long a version may take to tidy up. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final List<Gone> gone = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService clock;

    public LeftBehind(ScheduledExecutorService clock) {
        this.clock = clock;
        clock.scheduleWithFixedDelay(this::look, GRACE.toMillis(), GRACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * From now on watches a version that has been left.
     *
     * @param isGone whether it has been taken away for good, and not only stopped
     */
    public void watch(String module, Version version, ClassLoader loader, BooleanSupplier isGone) {
        gone.removeIf(one -> one.loader.get() == loader);
        gone.add(new Gone(module, version, new WeakReference<>(loader), isGone));
    }

    /** What is still there, and should not be. */
    public List<Leftover> list() {
        return gone.stream().filter(one -> one.isTold).map(Gone::leftover).toList();
    }

    private void look() {
        gone.removeIf(one -> one.loader.get() == null);
        for (Gone one : gone) {
            if (one.isOverdue()) {
                one.isTold = true;
                LOG.warn(
                        "{} {} was taken away but is still held in memory, by threads {} among others; its maker must end"
                                + " what it begins. The memory comes back with the next start of this node",
                        one.module,
                        one.version,
                        one.leftover().threads());
            }
        }
    }

    private static final class Gone {
        private final String module;
        private final Version version;
        private final WeakReference<ClassLoader> loader;
        private final BooleanSupplier isGone;
        private long collectionsBefore = -1;
        private long since;
        private volatile boolean isTold;

        Gone(String module, Version version, WeakReference<ClassLoader> loader, BooleanSupplier isGone) {
            this.module = module;
            this.version = version;
            this.loader = loader;
            this.isGone = isGone;
        }

        /** Gone for longer than the grace, and not freed by a collection that came after it. */
        private boolean isOverdue() {
            if (isTold || !isGone.getAsBoolean()) {
                return false;
            }
            if (collectionsBefore < 0) {
                since = System.nanoTime();
                collectionsBefore = OldGeneration.collections();
                return false;
            }
            return System.nanoTime() - since >= GRACE.toNanos() && OldGeneration.collections() > collectionsBefore;
        }

        private Leftover leftover() {
            ClassLoader held = loader.get();
            List<String> threads = held == null
                    ? List.of()
                    : Thread.getAllStackTraces().entrySet().stream()
                            .filter(thread -> runsIn(thread.getKey(), thread.getValue(), held))
                            .map(thread -> thread.getKey().getName())
                            .sorted()
                            .toList();
            return new Leftover(module, version, threads);
        }

        private static boolean runsIn(Thread thread, StackTraceElement[] stack, ClassLoader loader) {
            return Objects.equals(thread.getContextClassLoader(), loader)
                    || Objects.equals(thread.getClass().getClassLoader(), loader)
                    || Arrays.stream(stack).anyMatch(frame -> isOf(frame.getClassName(), loader));
        }

        /** A stack names its classes only, so a thread of another version may be taken for one of this. */
        private static boolean isOf(String type, ClassLoader loader) {
            try {
                return Objects.equals(loader.loadClass(type).getClassLoader(), loader);
            } catch (ClassNotFoundException | RuntimeException | LinkageError notThere) {
                return false;
            }
        }
    }

    public void close() {
        clock.shutdownNow();
    }
}
