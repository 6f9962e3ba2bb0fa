package org.ezhili.platform.gateway.internal.routes;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ezhili.platform.gateway.Leftover;
import org.ezhili.platform.gateway.LiveVersions;
import org.ezhili.platform.gateway.Refused;
import org.ezhili.platform.gateway.Standing;
import org.ezhili.platform.gateway.Switched;
import org.ezhili.platform.module.Quiescing;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Switches from one set of versions to another, and waits until those left are at rest. */
@Component(service = LiveVersions.class)
public final class Switching implements LiveVersions {

    /** A lane of events may have work without end: what goes on in other modules' lanes is safe to be met by the switch. */
    private static final Duration AT_WORK = Duration.ofSeconds(5);

    private static final Duration HAND_OVER = Duration.ofSeconds(1);

    private final Routes routes;
    private final List<Quiescing> atWork = new CopyOnWriteArrayList<>();

    @Activate
    public Switching(@Reference Routes routes) {
        this.routes = routes;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addQuiescing(Quiescing part) {
        atWork.add(part);
    }

    void removeQuiescing(Quiescing part) {
        atWork.remove(part);
    }

    @Override
    public List<Standing> standing() {
        List<Route> ready = routes.ready();
        ready.forEach(Route::askHealth);
        return ready.stream()
                .map(this::standing)
                .sorted(Comparator.comparing(Standing::module).thenComparing(Standing::version))
                .toList();
    }

    @Override
    public Optional<Standing> find(String module, Version version) {
        return route(module, version).map(this::standing);
    }

    @Override
    public List<Refused> refused() {
        return routes.refused();
    }

    @Override
    public List<Leftover> leftovers() {
        return routes.leftovers();
    }

    @Override
    public Optional<Version> live(String module) {
        return routes.find(module).map(Route::version);
    }

    @Override
    public Map<String, Version> decided() {
        return routes.decided();
    }

    @Override
    public void decide(Map<String, Version> versions) throws IOException {
        routes.decide(versions);
    }

    @Override
    public void forget(String module) throws IOException {
        routes.forget(module);
    }

    @Override
    public Switched switchTo(Map<String, Version> versions, Duration patience)
            throws IOException, InterruptedException {
        List<Route> chosen = new ArrayList<>();
        Set<String> leaving = new TreeSet<>();
        versions.forEach((module, version) -> {
            if (version.equals(NONE)) {
                leaving.add(module);
            } else {
                chosen.add(route(module, version)
                        .orElseThrow(
                                () -> new IllegalStateException(module + " " + version + " does not stand ready")));
            }
        });
        Routes.Moved moved = routes.switchTo(chosen, leaving);
        List<Route> left = moved.left();
        long switched = System.nanoTime();
        left.forEach(Route::endStreams);
        long deadline = switched + patience.toNanos();
        Epochs.Drained drained = routes.epochs().drain(patience);
        boolean quiet = drained.quiet() & rest(left, deadline);
        long end = System.nanoTime();
        return new Switched(moved.took(), Duration.ofNanos(end - switched), drained.requests(), quiet);
    }

    /** Jobs and deliveries that outlast patience are interrupted; the version that is live now begins them again. */
    private boolean rest(List<Route> left, long deadline) throws InterruptedException {
        boolean quiet = true;
        for (Quiescing part : atWork) {
            Duration rest = Duration.ofNanos(Math.max(0, Math.min(AT_WORK.toNanos(), deadline - System.nanoTime())));
            if (!part.quiesce(rest)) {
                left.forEach(route -> part.handOver(route.module()));
                quiet &= part.quiesce(HAND_OVER);
            }
        }
        return quiet;
    }

    private Optional<Route> route(String module, Version version) {
        return routes.ready().stream()
                .filter(route ->
                        route.info().id().equals(module) && route.version().equals(version))
                .findFirst();
    }

    private Standing standing(Route route) {
        boolean live = routes.find(route.info().id()).filter(route::equals).isPresent();
        return new Standing(route.info().id(), route.version(), route.bundle(), live, route.health());
    }
}
