package org.ezhili.platform.gateway.internal.operations;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.ezhili.platform.gateway.Leftover;
import org.ezhili.platform.gateway.internal.routes.Route;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Counts and times what goes through the door, for Prometheus. */
@Component(service = Meters.class)
public final class Meters {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

    private final MultiGauge underWay = gauge("ezhili.module.requests", "Requests under way in a module");
    private final MultiGauge turnedAway =
            gauge("ezhili.module.turned.away", "Requests so far that a module had no place for");
    private final MultiGauge well = gauge("ezhili.module.well", "0 while requests to a module are held back");
    private final MultiGauge streams = gauge("ezhili.module.streams", "Streams that a module keeps open");
    private final MultiGauge left = gauge("ezhili.module.left.behind", "Versions taken away that still hold memory");

    @Activate
    public Meters() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    @Deactivate
    void stop() {
        registry.close();
    }

    /** @param start as {@link System#nanoTime()} said */
    public void request(String module, String method, int status, long start) {
        String known = METHODS.contains(method) ? method : "other";
        timers.computeIfAbsent(new Key(module.isEmpty() ? "door" : module, known, status / 100), this::timer)
                .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }

    private static void rows(MultiGauge gauge, List<Route> routes, ToLongFunction<Route> number) {
        gauge.register(
                routes.stream()
                        .map(route -> MultiGauge.Row.of(
                                Tags.of(
                                        "module",
                                        route.info().id(),
                                        "version",
                                        route.version().toString()),
                                () -> number.applyAsLong(route)))
                        .toList(),
                true);
    }

    private MultiGauge gauge(String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    private Timer timer(Key key) {
        return Timer.builder("ezhili.http.requests")
                .description("Requests through the door")
                .tag("module", key.module())
                .tag("method", key.method())
                .tag("status", key.hundreds() + "xx")
                .register(registry);
    }

    /** @param routes the versions that stand ready */
    String scrape(List<Route> routes, List<Leftover> leftovers) {
        rows(underWay, routes, route -> route.gate().underWay());
        rows(turnedAway, routes, route -> route.gate().turnedAway());
        rows(well, routes, route -> route.gate().isWell() ? 1 : 0);
        rows(streams, routes, Route::streams);
        left.register(
                leftovers.stream()
                        .map(one -> MultiGauge.Row.of(
                                Tags.of(
                                        "module",
                                        one.module(),
                                        "version",
                                        one.version().toString()),
                                () -> 1))
                        .toList(),
                true);
        return registry.scrape();
    }

    private record Key(String module, String method, int hundreds) {}
}
