package org.ezhili.platform.gateway.internal.routes;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.ezhili.platform.gateway.Leftover;
import org.ezhili.platform.gateway.LiveVersions;
import org.ezhili.platform.gateway.Refused;
import org.ezhili.platform.gateway.internal.guard.LeftBehind;
import org.ezhili.platform.gateway.internal.guard.Limits;
import org.ezhili.platform.gateway.internal.guard.Owners;
import org.ezhili.platform.gateway.internal.guard.Processor;
import org.ezhili.platform.module.Module;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
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

    /** Property of what is registered for each version that stands ready, so that nobody but this asks it for anything itself. */
    static final String READY = "ezhili.ready";

    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String RECORD = "ezhili-live.properties";

    private final BundleContext context;
    private final Map<String, Route> live = new ConcurrentHashMap<>();
    private final List<Route> ready = new CopyOnWriteArrayList<>();
    /** The symbolic name of who has provided a module, by its id. */
    private final Map<String, String> seen = new ConcurrentHashMap<>();

    private final AtomicInteger switches = new AtomicInteger();
    private final Map<String, Version> decided = new ConcurrentHashMap<>();
    private final LiveRecord record;
    private final Epochs epochs = new Epochs();
    private final Processor processor;
    private final Owners owners = new Owners();
    private final ExecutorService healthThreads = Executors.newCachedThreadPool(work -> daemon(work, "ezhili-health"));
    private final ScheduledExecutorService later =
            Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "ezhili-left-behind"));
    private final LeftBehind leftBehind = new LeftBehind(later);
    private final ComingUp comingUp;
    private final ServiceTracker<Module, Route> tracker;
    private final Newcomers newcomers;

    /** Modules that are here already are only just being taken in. */
    private volatile boolean isLooking;

    private volatile boolean isStopped;

    @Activate
    public Routes(
            BundleContext context,
            @Reference RestServers servers,
            @Reference Limits limits,
            @Reference Processor processor) {
        this(
                context,
                servers,
                limits,
                processor,
                new LiveRecord(Path.of(System.getProperty("karaf.etc", "."), RECORD)),
                ComingUp.USUAL);
        isLooking = true;
        // not in this thread: a module that is here already may wait for what is only just being made
        healthThreads.execute(this::open);
    }

    private void open() {
        try {
            if (!isStopped) {
                tracker.open();
            }
        } finally {
            isLooking = false;
        }
        if (isStopped) {
            tracker.close();
        }
    }

    /** Takes in what it is told of, and looks for nothing itself. */
    Routes(
            BundleContext context,
            RestServers servers,
            Limits limits,
            Processor processor,
            LiveRecord record,
            Duration patience) {
        this.context = context;
        this.processor = processor;
        this.record = record;
        this.newcomers = new Newcomers(context, servers, limits, owners, healthThreads);
        this.comingUp = new ComingUp(context, later, patience);
        decided.putAll(record.read());
        this.tracker = new ServiceTracker<>(context, Newcomers.versions(), this);
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.setContextClassLoader(Routes.class.getClassLoader());
        return thread;
    }

    @Deactivate
    void stop() {
        isStopped = true;
        tracker.close();
        healthThreads.shutdownNow();
        leftBehind.close();
    }

    public Optional<Route> find(String module) {
        return Optional.ofNullable(live.get(module));
    }

    /**
     * Whether a module of this id may be away just for a moment: it has been here before and was not uninstalled, or none has
     * come yet, because the node is starting and waits for its database.
     */
    public boolean mayCome(String module) {
        String provider = seen.get(module);
        return provider == null ? isLooking || seen.isEmpty() : isInstalled(provider);
    }

    private boolean isInstalled(String provider) {
        return Arrays.stream(context.getBundles()).anyMatch(bundle -> provider.equals(bundle.getSymbolicName()));
    }

    public Collection<Route> all() {
        return live.values();
    }

    public Epochs epochs() {
        return epochs;
    }

    @Override
    public @Nullable Route addingService(ServiceReference<Module> reference) {
        Newcomers.Newcomer newcomer = newcomers.of(reference);
        try {
            Route route = newcomer.await();
            takeIn(route);
            return route;
        } catch (RuntimeException | Error thrown) {
            newcomer.giveUp();
            refuse(reference, newcomer.id(), thrown);
            return null;
        }
    }

    private void takeIn(Route route) {
        try {
            route.show();
            ready.add(route);
            processor.watch(route.gate(), route.info().id());
            seen.put(route.info().id(), route.bundle().getSymbolicName());
            choose(route.info().id());
        } catch (RuntimeException | Error goneMeanwhile) {
            ready.remove(route);
            processor.forget(route.gate());
            route.close();
            throw goneMeanwhile;
        }
    }

    private void refuse(ServiceReference<Module> reference, String id, Throwable thrown) {
        if (isStopped) {
            return;
        }
        newcomers.refuse(reference, id, thrown);
        choose(id);
    }

    /** What is there but is not served: what could not be taken in, and what had an id before its owner came. */
    List<Refused> refused() {
        Stream<Refused> ousted = ready.stream()
                .filter(route -> !isOwner(route))
                .map(route -> new Refused(
                        route.info().id(),
                        route.version(),
                        route.bundle(),
                        owners.taken(route.info().id())));
        return Stream.concat(newcomers.refused(), ousted).toList();
    }

    private boolean isOwner(Route route) {
        return owners.owns(route.info().id(), route.bundle().getSymbolicName());
    }

    public List<Leftover> leftovers() {
        return leftBehind.list();
    }

    @Override
    public void modifiedService(ServiceReference<Module> reference, Route route) {
        // a module says nothing in its service properties
    }

    @Override
    public void removedService(ServiceReference<Module> reference, Route route) {
        ready.remove(route);
        processor.forget(route.gate());
        boolean served = live.get(route.info().id()) == route;
        choose(route.info().id());
        if (served) {
            drain(route);
        }
        route.close();
        context.ungetService(reference);
        watch(route);
    }

    private void watch(Route route) {
        long bundle = route.bundle().getBundleId();
        leftBehind.watch(route.info().id(), route.version(), route.maker(), () -> context.getBundle(bundle) == null);
    }

    /** All versions that stand ready. */
    public List<Route> ready() {
        return ready.stream().filter(this::isOwner).toList();
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

    /** The module has left; nothing is decided about it any more. */
    public synchronized void forget(String module) throws IOException {
        if (decided.containsKey(module)) {
            Map<String, Version> rest = new HashMap<>(decided);
            rest.remove(module);
            record.write(rest);
            decided.remove(module);
        }
        seen.remove(module);
    }

    /**
     * Makes these routes live in one step, while nobody enters: their services are published, which go before those of others,
     * and requests go to them. Then the services of those before them go, which nobody uses any more.
     *
     * @param leaving modules that are served no more
     */
    synchronized Moved switchTo(Collection<Route> chosen, Set<String> leaving) throws IOException {
        Map<String, Version> versions = new HashMap<>();
        leaving.forEach(module -> versions.put(module, LiveVersions.NONE));
        for (Route route : chosen) {
            if (!ready.contains(route) || !isOwner(route)) {
                throw new IllegalStateException(route.info().id() + " " + route.version() + " has gone");
            }
            versions.put(route.info().id(), route.version());
        }
        decide(versions);
        List<Route> fresh = chosen.stream()
                .filter(route -> live.get(route.info().id()) != route)
                .toList();
        long start = System.nanoTime();
        List<Route> left;
        try (Epochs.Pause nobodyEnters = epochs.pause()) {
            left = move(fresh, leaving);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        left.forEach(Route::unpublish);
        fresh.forEach(route ->
                LOG.info("module {} is served by version {}", route.info().id(), route.version()));
        leaving.forEach(module -> LOG.info("module {} is served no more", module));
        return new Moved(left, took);
    }

    private List<Route> move(List<Route> fresh, Set<String> leaving) {
        fresh.forEach(route -> route.publish(switches.incrementAndGet()));
        List<Route> left = new ArrayList<>();
        fresh.forEach(
                route -> Optional.ofNullable(live.put(route.info().id(), route)).ifPresent(left::add));
        leaving.forEach(module -> Optional.ofNullable(live.remove(module)).ifPresent(left::add));
        return left;
    }

    /**
     * How a switch went.
     *
     * @param left the routes that were live before and no longer are
     * @param took from the first to the last change of what is live; what is written down before does not count, the old ones
     *     serve meanwhile
     */
    record Moved(List<Route> left, Duration took) {}

    /**
     * Which version serves when versions come and go by themselves: the decided one, else the one that serves, else the newest;
     * none where that was decided, or where the decided one is coming up.
     */
    private synchronized void choose(String module) {
        Version wanted = decided.get(module);
        List<Route> standing = ready().stream()
                .filter(route -> route.info().id().equals(module) && !LiveVersions.NONE.equals(wanted))
                .toList();
        Route before = live.get(module);
        Route best = standing.stream()
                .filter(route -> route.version().equals(wanted))
                .findFirst()
                .or(() -> standing.stream().filter(route -> route == before).findFirst())
                .or(() -> standing.stream().max(Comparator.comparing(Route::version)))
                .orElse(null);
        if (best == before) {
            return;
        }
        if (before == null && best != null && isEarly(best, wanted)) {
            return;
        }
        if (best == null) {
            live.remove(module);
            LOG.info("module {} is away", module);
        } else {
            comingUp.over(module);
            best.publish(switches.incrementAndGet());
            live.put(module, best);
            LOG.info("module {} is served by version {}", module, best.version());
        }
        if (before != null) {
            before.unpublish();
        }
    }

    /** After a restart another version may be up sooner than the one that was decided on. */
    private boolean isEarly(Route route, @Nullable Version wanted) {
        String module = route.info().id();
        return wanted != null
                && !wanted.equals(route.version())
                && !newcomers.isRefused(module, wanted)
                && comingUp.isComing(module, route.bundle().getSymbolicName(), wanted, () -> choose(module));
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
