package org.ezhili.platform.gateway.internal.operations;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.ezhili.platform.gateway.internal.guard.OldGeneration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the node when its memory is full for good, so that whoever keeps it running starts it afresh. One request that asks for
 * more memory than there is ends alone; memory that is full after each of several collections will not come back.
 */
@Component(service = HeapWatch.class, immediate = true)
public final class HeapWatch {

    private static final Logger LOG = LoggerFactory.getLogger(HeapWatch.class);

    /** What bin/karaf and service managers see; Java's own code for the same. */
    private static final int STATUS = 3;

    private static final double FULL = 0.97;
    private static final int TIMES = 3;
    private static final long PAUSE_SECONDS = 3;

    private final LongSupplier collections;
    private final DoubleSupplier filled;
    private final Runnable end;
    private final ScheduledExecutorService clock;
    private long before;
    private int times;

    @Activate
    public HeapWatch() {
        this(OldGeneration::collections, OldGeneration::filled, () -> Runtime.getRuntime()
                .halt(STATUS));
        clock.scheduleWithFixedDelay(this::look, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    /** Looks only when told. */
    HeapWatch(LongSupplier collections, DoubleSupplier filled, Runnable end) {
        this.collections = collections;
        this.filled = filled;
        this.end = end;
        this.clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "ezhili-heap");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Deactivate
    void stop() {
        clock.shutdownNow();
    }

    void look() {
        long now = collections.getAsLong();
        if (now == before) {
            return;
        }
        before = now;
        times = filled.getAsDouble() > FULL ? times + 1 : 0;
        if (times >= TIMES) {
            LOG.error(
                    "memory is full and stays full; this node ends and must be started again, with a larger EZHILI_HEAP"
                            + " or without the module that fills it");
            end.run();
        }
    }
}
