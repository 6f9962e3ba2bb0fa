package org.ezhili.platform.gateway.internal.operations;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.gateway.internal.Visit;
import org.ezhili.platform.gateway.internal.problems.Answers;
import org.ezhili.platform.gateway.internal.routes.Routes;
import org.ezhili.platform.gateway.internal.screens.Registry;
import org.ezhili.platform.security.Role;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The door's own pages: health, metrics, the joined API description, the registry of screens. */
@Component(service = Operations.class)
public final class Operations {

    private final Routes routes;
    private final Readiness readiness;
    private final Meters meters;
    private final Registry registry;

    @Activate
    public Operations(
            @Reference Routes routes,
            @Reference Readiness readiness,
            @Reference Meters meters,
            @Reference Registry registry) {
        this.routes = routes;
        this.readiness = readiness;
        this.meters = meters;
        this.registry = registry;
    }

    /** False when the path is none of these. */
    public boolean serve(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (path) {
            case "/health" -> health(response);
            case "/health/ready" -> ready(response);
            case "/health/live" -> Answers.json(response, 200, Map.of("status", "live"));
            case "/metrics" -> metrics(request, response);
            case "/api/openapi.json" -> Answers.json(response, 200, ApiDescription.joined(routes.all()));
            case "/ui/registry.json" -> screens(request, response);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void health(HttpServletResponse response) throws IOException {
        HealthReport report = HealthReport.of(routes, readiness.meant());
        Answers.json(response, report.serves() ? 200 : 503, report);
    }

    /** For load balancers. */
    private void ready(HttpServletResponse response) throws IOException {
        String state = readiness.state();
        Answers.json(response, state.equals("ready") ? 200 : 503, Map.of("status", state));
    }

    /** For a scraper on this machine, or for district IT. */
    private void metrics(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean local = InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                && request.getHeader("X-Forwarded-For") == null;
        if (!local && !Visit.of(request).caller().has(Role.IT)) {
            throw ProblemException.of(403, "forbidden");
        }
        Answers.write(
                response,
                200,
                "text/plain; version=0.0.4; charset=utf-8",
                meters.scrape(routes.ready(), routes.leftovers()).getBytes(StandardCharsets.UTF_8));
    }

    private void screens(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Visit visit = Visit.of(request);
        if (visit.caller().isNobody()) {
            throw ProblemException.of(401, "not-signed-in");
        }
        Answers.json(response, 200, Map.of("items", registry.of(visit.caller())));
    }
}
