package org.ezhili.platform.releases.internal.walk;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ezhili.platform.releases.internal.walk.FeatureDesk.Release;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The version of each module that was left last, on the way up: for a while it stands by, ready, so that the way back is no more
 * than a switch. Not kept over a restart. Thread-safe.
 */
@Component(service = Standby.class)
public final class Standby {

    /** In seconds, in {@code etc/custom.system.properties}: for how long a version stands by; 0 for not at all. */
    private static final String SECONDS = "ezhili.upgrade.standby";

    private static final Duration USUAL = Duration.ofMinutes(10);

    private final long nanos;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(Version version, long until) {}

    @Activate
    public Standby(BundleContext context) {
        this(of(context.getProperty(SECONDS)));
    }

    Standby(Duration time) {
        this.nanos = time.toNanos();
    }

    private static Duration of(@Nullable String seconds) {
        return seconds != null && seconds.matches("[0-9]{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : USUAL;
    }

    /** The step has been taken: what it came from stands by, unless it was the way back from there. */
    void left(Step step) {
        if (step.isUp() && !step.isFirst() && nanos > 0) {
            kept.put(step.module(), new Kept(step.from(), System.nanoTime() + nanos));
        } else {
            kept.remove(step.module());
        }
    }

    boolean has(Release release) {
        Kept one = kept.get(release.module());
        return one != null && one.version().equals(release.version()) && one.until() - System.nanoTime() > 0;
    }
}
