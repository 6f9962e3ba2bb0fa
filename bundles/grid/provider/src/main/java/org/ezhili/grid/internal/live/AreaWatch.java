package org.ezhili.grid.internal.live;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes this node's tree follow what other nodes change, within a second. */
public final class AreaWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AreaWatch.class);
    private static final Duration PAUSE = Duration.ofMillis(700);

    private final AreaTree tree;
    private final ScheduledExecutorService clockwork;
    private boolean failing;

    public AreaWatch(AreaTree tree) {
        this.tree = tree;
        this.clockwork = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "ezhili-grid-watch");
            thread.setDaemon(true);
            return thread;
        });
        var unused = clockwork.scheduleWithFixedDelay(this::look, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }

    private void look() {
        try {
            if (tree.isBehind()) {
                tree.refresh();
            }
            failing = false;
        } catch (RuntimeException fault) {
            if (!failing && !clockwork.isShutdown()) {
                LOG.warn(
                        "The area tree cannot be compared with the database ({}); reads go on with what is known.",
                        fault.getMessage());
            }
            failing = true;
        }
    }
}
