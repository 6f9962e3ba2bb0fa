package org.ezhili.distribution.demo.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.ezhili.grid.Areas;
import org.ezhili.matters.PastMatters;
import org.ezhili.platform.security.Accounts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills an empty installation with a demo district if the system property {@code ezhili.demo} is {@code true}, as soon as the
 * modules that keep it are live. {@code ezhili.demo.seed} (340603), {@code ezhili.demo.matters} (3,000) and
 * {@code ezhili.demo.progress} (a file) say how.
 */
@Component(service = DemoDistrict.class, immediate = true)
public final class DemoDistrict {

    private static final Logger LOG = LoggerFactory.getLogger(DemoDistrict.class);
    private static final long USUAL_SEED = 340_603;
    private static final int USUAL_MATTERS = 3_000;
    private static final long PATIENCE_MILLIS = 10_000;

    /** The platform too gives up waiting for a module then. */
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final Awaited chapter = new Awaited(LONGEST_START);
    private final Optional<Thread> loader;
    private volatile boolean stopped;

    @Activate
    public DemoDistrict(
            @Reference(target = "(ezhili.live=true)") Areas areas,
            @Reference(target = "(ezhili.live=true)") PastMatters pastMatters,
            @Reference Accounts accounts,
            @Reference Clock clock) {
        this.loader = Boolean.getBoolean("ezhili.demo")
                ? Optional.of(new Thread(() -> load(areas, pastMatters, accounts, clock), "ezhili-demo"))
                : Optional.empty();
        loader.ifPresent(Thread::start);
    }

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    void bindChapter(Chapter come) {
        chapter.here(come);
    }

    void unbindChapter(Chapter left) {
        chapter.gone(left);
    }

    /** Lets the step at hand end: the database must not be interrupted in the middle of a write. */
    @Deactivate
    void stop() throws InterruptedException {
        stopped = true;
        chapter.callOff();
        if (loader.isPresent()) {
            loader.get().join(PATIENCE_MILLIS);
        }
    }

    private void load(Areas areas, PastMatters pastMatters, Accounts accounts, Clock clock) {
        Progress progress = new Progress(
                Optional.ofNullable(System.getProperty("ezhili.demo.progress")).map(Path::of));
        try {
            new Loading(areas, accounts, pastMatters, progress, chapter::get, () -> stopped)
                    .load(
                            Long.getLong("ezhili.demo.seed", USUAL_SEED),
                            Integer.getInteger("ezhili.demo.matters", USUAL_MATTERS),
                            clock.instant());
        } catch (RuntimeException fault) {
            if (stopped) {
                LOG.info("demo district: loading ended with the platform; it goes on at the next start");
            } else {
                progress.failed(fault);
            }
        }
    }
}
