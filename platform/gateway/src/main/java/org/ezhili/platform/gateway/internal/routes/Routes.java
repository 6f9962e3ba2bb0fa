package org.ezhili.platform.gateway.internal.routes;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.ezhili.platform.gateway.internal.problems.Texts;
import org.ezhili.platform.module.Module;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which version of each module serves now. A module's versions come and go behind this; a request sees one of them, whole. */
@Component(service = Routes.class)
public final class Routes implements ServiceTrackerCustomizer<Module, Route> {

    /** Property of what is registered for the version that serves. */
    static final String LIVE = "ezhili.live";

    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BundleContext context;
    private final RestServers servers;
    private final Texts ownTexts;
    private final Map<String, Route> live = new ConcurrentHashMap<>();
    private final List<Route> ready = new CopyOnWriteArrayList<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final AtomicInteger switches = new AtomicInteger();
    private final Epochs epochs = new Epochs();
    private final ServiceTracker<Module, Route> tracker;

    @Activate
    public Routes(BundleContext context, @Reference RestServers servers) {
        this.context = context;
        this.servers = servers;
        this.ownTexts = Texts.of(context.getBundle());
        this.tracker = new ServiceTracker<>(context, versions(), this);
        tracker.open();
    }

    private static org.osgi.framework.Filter versions() {
        try {
            return FrameworkUtil.createFilter("(&(objectClass=" + Module.class.getName() + ")(!(" + LIVE + "=true)))");
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Deactivate
    void stop() {
        tracker.close();
    }

    public Optional<Route> find(String module) {
        return Optional.ofNullable(live.get(module));
    }

    /**
     * Whether a module of this id may be away just for a moment: it has been here before, or none has come yet, because the
     * node is starting and waits for its database.
     */
    public boolean mayCome(String module) {
        return seen.contains(module) || seen.isEmpty();
    }

    public Collection<Route> all() {
        return live.values();
    }

    public Epochs epochs() {
        return epochs;
    }

    @Override
    public @Nullable Route addingService(ServiceReference<Module> reference) {
        Module module = context.getService(reference);
        try {
            RestServer server = servers.start(module, reference.getBundle());
            Route route = new Route(
                    module,
                    reference.getBundle(),
                    server,
                    Texts.of(reference.getBundle()).orElse(ownTexts));
            ready.add(route);
            seen.add(route.info().id());
            choose(route.info().id());
            return route;
        } catch (RuntimeException | LinkageError refused) {
            LOG.error(
                    "a module of bundle {} cannot be served and stays away; repair the bundle",
                    reference.getBundle(),
                    refused);
            context.ungetService(reference);
            return null;
        }
    }

    @Override
    public void modifiedService(ServiceReference<Module> reference, Route route) {
        // a module says nothing in its service properties
    }

    @Override
    public void removedService(ServiceReference<Module> reference, Route route) {
        ready.remove(route);
        boolean served = live.get(route.info().id()) == route;
        choose(route.info().id());
        if (served) {
            drain(route);
        }
        route.close();
        context.ungetService(reference);
    }

    /** The newest version serves: its services are published, then requests go to it, then the old services go. */
    private synchronized void choose(String module) {
        Route best = ready.stream()
                .filter(route -> route.info().id().equals(module))
                .max(Comparator.comparing(Route::version))
                .orElse(null);
        Route before = live.get(module);
        if (best == before) {
            return;
        }
        if (best == null) {
            live.remove(module);
            LOG.info("module {} is away", module);
        } else {
            best.publish(switches.incrementAndGet());
            live.put(module, best);
            LOG.info("module {} is served by version {}", module, best.version());
        }
        if (before != null) {
            before.unpublish();
        }
    }

    private void drain(Route route) {
        try {
            if (!epochs.drain(PATIENCE)) {
                LOG.warn(
                        "module {} {} is stopped with requests still in it after {}",
                        route.info().id(),
                        route.version(),
                        PATIENCE);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
