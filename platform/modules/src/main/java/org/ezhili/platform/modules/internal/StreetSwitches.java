package org.ezhili.platform.modules.internal;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Switches;
import org.ezhili.platform.modules.internal.domain.OffSwitches;
import org.ezhili.platform.modules.internal.store.SwitchStore;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers from memory which modules a street has, and looks each second whether another node has changed something. Thread-safe. */
@Component(service = {Switches.class, StreetSwitches.class})
public final class StreetSwitches implements Switches {

    private static final Logger LOG = LoggerFactory.getLogger(StreetSwitches.class);
    private static final Duration PAUSE = Duration.ofMillis(800);

    private final SwitchStore store;
    private final ScheduledExecutorService watch;
    private final ScheduledFuture<?> looking;
    private volatile @Nullable OffSwitches off;
    private boolean away;

    @Activate
    public StreetSwitches(@Reference SwitchStore store) {
        this.store = store;
        this.watch = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "ezhili-switches");
            thread.setDaemon(true);
            return thread;
        });
        look();
        this.looking =
                watch.scheduleWithFixedDelay(this::look, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void stop() {
        looking.cancel(true);
        watch.shutdownNow();
    }

    @Override
    public boolean isOn(String module, AreaCode area) {
        return known().isOn(module, area);
    }

    @Override
    public Set<AreaCode> offStreets(String module) {
        return known().of(module);
    }

    /** Takes over what was just changed. */
    synchronized void refresh() {
        OffSwitches read = store.off();
        OffSwitches before = off;
        if (before == null || read.revision() >= before.revision()) {
            off = read;
        }
    }

    /** Until the database has told it once nobody knows what is off, and nobody is let in where it may be. */
    private OffSwitches known() {
        OffSwitches read = off;
        if (read == null) {
            throw new ProblemException(Problem.unavailable("starting", 2));
        }
        return read;
    }

    private void look() {
        try {
            OffSwitches before = off;
            if (before == null || store.revision() != before.revision()) {
                refresh();
            }
            if (away) {
                away = false;
                LOG.info("Switches of the streets are followed again");
            }
        } catch (RuntimeException failure) {
            if (!away) {
                away = true;
                LOG.warn("Switches of the streets stay as they are until the database answers: {}", failure.toString());
            }
        }
    }
}
