package org.ezhili.platform.gateway.internal.operations;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.gateway.internal.routes.Route;
import org.ezhili.platform.gateway.internal.routes.Routes;
import org.ezhili.platform.module.Health;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the node and its modules are.
 *
 * @param status {@code up} when every module that is meant to be here is here and well, else {@code down}
 */
public record HealthReport(String status, List<Part> modules) {

    private static final Logger LOG = LoggerFactory.getLogger(HealthReport.class);

    /** One module. */
    public record Part(String id, String version, boolean well, LocalText note) {}

    static HealthReport of(Routes routes, MeantModules meant) {
        List<Part> parts = Stream.concat(
                        routes.all().stream().map(HealthReport::part),
                        meant.missing().stream().map(HealthReport::missing))
                .sorted(Comparator.comparing(Part::id))
                .toList();
        boolean up = !parts.isEmpty() && parts.stream().allMatch(Part::well);
        return new HealthReport(up ? "up" : "down", parts);
    }

    boolean isUp() {
        return status.equals("up");
    }

    private static Part part(Route route) {
        Health health = ask(route);
        return new Part(route.info().id(), route.version().toString(), health.well(), health.note());
    }

    private static Part missing(Bundle bundle) {
        return new Part(
                bundle.getSymbolicName(),
                bundle.getVersion().toString(),
                false,
                LocalText.of("还没有就绪", "is not there yet"));
    }

    private static Health ask(Route route) {
        try {
            return route.module().health();
        } catch (RuntimeException failed) {
            LOG.debug("health of {} cannot be told", route.info().id(), failed);
            return Health.bad("无法回答,请查看日志", "does not answer; see the log");
        }
    }
}
