package org.ezhili.platform.gateway.internal.routes;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;

/**
 * Versions that were decided on and are here, but have not come up yet: after a restart they are waited for, so that another
 * version that is up sooner does not serve for a moment in their place.
 */
final class ComingUp {

    /** So long a version may take to come up; then any is better than none. */
    static final Duration USUAL = Duration.ofSeconds(20);

    private final BundleContext context;
    private final ScheduledExecutorService later;
    private final long patience;
    private final Map<String, Long> deadlines = new ConcurrentHashMap<>();

    ComingUp(BundleContext context, ScheduledExecutorService later, Duration patience) {
        this.context = context;
        this.later = later;
        this.patience = patience.toNanos();
    }

    /**
     * Whether to wait on; when patience runs out, that is asked again.
     *
     * @param provider symbolic name of the bundle that the module comes in
     */
    boolean isComing(String module, String provider, Version decided, Runnable askAgain) {
        if (!isHere(provider, decided)) {
            return false;
        }
        long now = System.nanoTime();
        Long begun = deadlines.putIfAbsent(module, now + patience);
        if (begun == null) {
            later.schedule(askAgain, patience, TimeUnit.NANOSECONDS);
            return true;
        }
        return now - begun < 0;
    }

    private boolean isHere(String provider, Version decided) {
        return Arrays.stream(context.getBundles())
                .anyMatch(bundle -> provider.equals(bundle.getSymbolicName()) && decided.equals(bundle.getVersion()));
    }

    /** Something serves; the next time it is waited for anew. */
    void over(String module) {
        deadlines.remove(module);
    }
}
