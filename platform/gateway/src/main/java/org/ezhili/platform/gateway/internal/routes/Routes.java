package org.ezhili.platform.gateway.internal.routes;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
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
import org.osgi.framework.Version;
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
    private static final String RECORD = "ezhili-live.properties";

    private final BundleContext context;
    private final RestServers servers;
    private final Texts ownTexts;
    private final Map<String, Route> live = new ConcurrentHashMap<>();
    private final List<Route> ready = new CopyOnWriteArrayList<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final AtomicInteger switches = new AtomicInteger();
    private final Map<String, Version> decided = new ConcurrentHashMap<>();
    private final LiveRecord record;
    private final Epochs epochs = new Epochs();
    private final ServiceTracker<Module, Route> tracker;

    @Activate
    public Routes(BundleContext context, @Reference RestServers servers) {
        this(context, servers, new LiveRecord(Path.of(System.getProperty("karaf.etc", "."), RECORD)));
    }

    Routes(BundleContext context, RestServers servers, LiveRecord record) {
        this.context = context;
        this.servers = servers;
        this.record = record;
        decided.putAll(record.read());
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

    /** All versions that stand ready. */
    public List<Route> ready() {
        return ready;
    }

    /** What was decided last, per module. */
    public Map<String, Version> decided() {
        return Map.copyOf(decided);
    }

    /** On record first, then in force. */
    public synchronized void decide(Map<String, Version> versions) throws IOException {
        Map<String, Version> all = new HashMap<>(decided);
        all.putAll(versions);
        if (!all.equals(decided)) {
            record.write(all);
            decided.putAll(versions);
        }
    }

    /**
     * Makes these routes live in one step: their services are published, then requests go to them, then the services of those
     * before them go.
     *
     * @return the routes that were live before and no longer are
     */
    synchronized List<Route> switchTo(Collection<Route> chosen) throws IOException {
        Map<String, Version> versions = new HashMap<>();
        for (Route route : chosen) {
            if (!ready.contains(route)) {
                throw new IllegalStateException(route.info().id() + " " + route.version() + " has gone");
            }
            versions.put(route.info().id(), route.version());
        }
        decide(versions);
        List<Route> fresh = chosen.stream()
                .filter(route -> live.get(route.info().id()) != route)
                .toList();
        fresh.forEach(route -> route.publish(switches.incrementAndGet()));
        List<Route> left = new ArrayList<>();
        for (Route route : fresh) {
            Route before = live.put(route.info().id(), route);
            if (before != null) {
                left.add(before);
            }
            LOG.info("module {} is served by version {}", route.info().id(), route.version());
        }
        left.forEach(Route::unpublish);
        return left;
    }

    /** Which version serves when versions come and go by themselves: the decided one, else the one that serves, else the newest. */
    private synchronized void choose(String module) {
        List<Route> standing =
                ready.stream().filter(route -> route.info().id().equals(module)).toList();
        Route before = live.get(module);
        Version wanted = decided.get(module);
        Route best = standing.stream()
                .filter(route -> route.version().equals(wanted))
                .findFirst()
                .or(() -> standing.stream().filter(route -> route == before).findFirst())
                .or(() -> standing.stream().max(Comparator.comparing(Route::version)))
                .orElse(null);
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
            if (!epochs.drain(PATIENCE).quiet()) {
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
