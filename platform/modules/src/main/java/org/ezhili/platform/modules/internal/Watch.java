package org.ezhili.platform.modules.internal;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks several times in a second whether another node has changed something, and says once when it cannot, once when it can again. */
public final class Watch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration PAUSE = Duration.ofMillis(400);

    private final String what;
    private final Runnable look;
    private final ScheduledExecutorService thread;
    private boolean away;

    /** Looks once before this returns. */
    public Watch(String what, Runnable look) {
        this.what = what;
        this.look = look;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, "ezhili-" + what);
            made.setDaemon(true);
            return made;
        });
        look();
        thread.scheduleWithFixedDelay(this::look, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void look() {
        try {
            look.run();
            if (away) {
                away = false;
                LOG.info("The {} of the streets are followed again", what);
            }
        } catch (RuntimeException failure) {
            if (!away && !thread.isShutdown()) {
                away = true;
                LOG.warn(
                        "The {} of the streets stay as they are until the database answers: {}",
                        what,
                        failure.toString());
            }
        }
    }
}
