package org.ezhili.platform.gateway.internal.operations;

import java.time.Duration;
import java.util.List;
import org.ezhili.platform.gateway.internal.routes.Routes;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a load balancer should send requests here: from when every module that is meant to be here serves, until the node is
 * told to stop. A module that falls ill later keeps the others' requests coming: {@code /health} tells of it. A node that stops
 * goes on serving for {@code ezhili.drain} seconds, so that the balancer can look away first. Thread-safe.
 */
@Component(service = Readiness.class, immediate = true)
public final class Readiness implements SynchronousBundleListener {

    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

    /** One module that never comes must not keep all the others from the district. */
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final BundleContext context;
    private final Routes routes;
    private final MeantModules meant;
    private final Duration drain;
    private final long start = System.nanoTime();
    private volatile boolean complete;
    private volatile boolean leaving;

    @Activate
    public Readiness(BundleContext context, @Reference Routes routes) {
        this(context, routes, Duration.ofSeconds(Long.getLong("ezhili.drain", 0)));
    }

    Readiness(BundleContext context, Routes routes, Duration drain) {
        this.context = context;
        this.routes = routes;
        this.meant = new MeantModules(context, routes);
        this.drain = drain;
        context.addBundleListener(this);
    }

    @Deactivate
    void stop() {
        context.removeBundleListener(this);
    }

    /** What {@code /health/ready} says: {@code ready}, {@code starting} or {@code leaving}. */
    String state() {
        if (leaving) {
            return "leaving";
        }
        return isComplete() ? "ready" : "starting";
    }

    MeantModules meant() {
        return meant;
    }

    private boolean isComplete() {
        if (!complete && !routes.all().isEmpty()) {
            List<Bundle> missing = meant.missing();
            if (missing.isEmpty()) {
                complete = true;
                LOG.info("all modules serve; this node is ready for requests");
            } else if (System.nanoTime() - start > LONGEST_START.toNanos()) {
                complete = true;
                LOG.error("this node serves without {}; see above why they did not come", missing);
            }
        }
        return complete;
    }

    /** The framework tells before it stops the first bundle, and waits for this. */
    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() != BundleEvent.STOPPING || event.getBundle().getBundleId() != Constants.SYSTEM_BUNDLE_ID) {
            return;
        }
        leaving = true;
        if (complete && !drain.isZero()) {
            LOG.info("this node stops in {} seconds; load balancers are told to look away", drain.toSeconds());
            try {
                Thread.sleep(drain.toMillis());
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
