package org.ezhili.platform.gateway.internal.operations;

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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Counts and times what goes through the door, for Prometheus. */
@Component(service = Meters.class)
public final class Meters {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

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

    private Timer timer(Key key) {
        return Timer.builder("ezhili.http.requests")
                .description("Requests through the door")
                .tag("module", key.module())
                .tag("method", key.method())
                .tag("status", key.hundreds() + "xx")
                .register(registry);
    }

    String scrape() {
        return registry.scrape();
    }

    private record Key(String module, String method, int hundreds) {}
}
