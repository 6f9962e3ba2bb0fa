package org.ezhili.platform.releases.internal.upgrades;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks each second whether there is a way to go, on a thread of its own: a walk belongs to no request. */
@Component(service = Walker.class, immediate = true)
public final class Walker {

    private static final Logger LOG = LoggerFactory.getLogger(Walker.class);
    private static final long PAUSE_MILLIS = 1_000;

    private final Turns turns;
    private final Tidying tidying;
    private final ScheduledExecutorService thread;
    private final AtomicBoolean nudged = new AtomicBoolean();
    private boolean whole;
    private boolean away;

    @Activate
    public Walker(@Reference Turns turns, @Reference Tidying tidying) {
        this.turns = turns;
        this.tidying = tidying;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread started = new Thread(work, "ezhili-walker");
            started.setDaemon(true);
            return started;
        });
        thread.scheduleWithFixedDelay(this::look, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void stop() {
        thread.shutdownNow();
    }

    /** There is something to do: look now. */
    void nudge() {
        if (nudged.compareAndSet(false, true)) {
            try {
                thread.execute(this::look);
            } catch (RejectedExecutionException stopping) {
                LOG.debug("the node stops; the walk goes on when it is back", stopping);
            }
        }
    }

    private void look() {
        nudged.set(false);
        try {
            whole = whole || tidying.mend();
            boolean atRest = turns.take();
            tidying.tidy(atRest);
            away = false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | LinkageError failure) {
            if (!away && !thread.isShutdown()) {
                away = true;
                LOG.warn("upgrades wait until what fails here works again", failure);
            }
        }
    }
}
