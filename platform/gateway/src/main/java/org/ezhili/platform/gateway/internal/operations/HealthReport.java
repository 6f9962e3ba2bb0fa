package org.ezhili.platform.gateway.internal.operations;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.gateway.internal.routes.Route;
import org.ezhili.platform.gateway.internal.routes.Routes;
import org.ezhili.platform.module.Health;
import org.osgi.framework.Bundle;

/**
 * How the node and its modules are.
 *
 * @param status {@code up} when every module that is meant to be here is here and well; {@code degraded} when one is not well that
 *     streets can do without; else {@code down}
 */
public record HealthReport(String status, List<Part> modules) {

    private static final String DOWN = "down";

    /**
     * One module.
     *
     * @param core whether nothing goes without it
     */
    public record Part(String id, String version, boolean core, boolean well, LocalText note) {}

    static HealthReport of(Routes routes, MeantModules meant) {
        routes.all().forEach(Route::askHealth);
        List<Part> parts = Stream.concat(
                        routes.all().stream().map(HealthReport::part),
                        meant.missing().stream().map(HealthReport::missing))
                .sorted(Comparator.comparing(Part::id))
                .toList();
        return new HealthReport(status(parts), parts);
    }

    private static String status(List<Part> parts) {
        if (parts.isEmpty() || parts.stream().anyMatch(part -> part.core() && !part.well())) {
            return DOWN;
        }
        return parts.stream().allMatch(Part::well) ? "up" : "degraded";
    }

    /** A node that lacks a module a street can do without still belongs behind its load balancer. */
    boolean serves() {
        return !status.equals(DOWN);
    }

    private static Part part(Route route) {
        Health health = route.health();
        return new Part(
                route.info().id(),
                route.version().toString(),
                !route.info().switchable(),
                health.well(),
                health.note());
    }

    /** Nobody knows of it yet whether streets can do without it. */
    private static Part missing(Bundle bundle) {
        return new Part(
                bundle.getSymbolicName(),
                bundle.getVersion().toString(),
                true,
                false,
                LocalText.of("还没有就绪", "is not there yet"));
    }
}
