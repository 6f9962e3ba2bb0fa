package org.ezhili.platform.gateway.internal;

import java.io.IOException;
import java.util.Optional;
import javax.servlet.AsyncListener;
import javax.servlet.ServletConfig;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.gateway.internal.access.AccessFilter;
import org.ezhili.platform.gateway.internal.access.StreetGate;
import org.ezhili.platform.gateway.internal.guard.Gate;
import org.ezhili.platform.gateway.internal.guard.Limits;
import org.ezhili.platform.gateway.internal.guard.Processor;
import org.ezhili.platform.gateway.internal.json.JsonBody;
import org.ezhili.platform.gateway.internal.operations.ApiDescription;
import org.ezhili.platform.gateway.internal.routes.Epochs;
import org.ezhili.platform.gateway.internal.routes.Route;
import org.ezhili.platform.gateway.internal.routes.Routes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The way to the modules: {@code /api/<module>/…} goes to the version that is live, unless the module is off for the caller. */
@Component(service = ModuleDoor.class)
public final class ModuleDoor {

    static final String PREFIX = "/api/";
    private static final String DESCRIPTION = "/v1/openapi.json";
    private static final String STAY = ModuleDoor.class.getName() + ".stay";

    private final Routes routes;
    private final StreetGate streets;
    private final Limits limits;
    private final Processor processor;

    @Activate
    public ModuleDoor(
            @Reference Routes routes,
            @Reference StreetGate streets,
            @Reference Limits limits,
            @Reference Processor processor) {
        this.routes = routes;
        this.streets = streets;
        this.limits = limits;
        this.processor = processor;
    }

    /** False when there are modules and none has ever had this name. */
    boolean serve(String path, ServletConfig config, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        int end = path.indexOf('/', PREFIX.length());
        if (end < 0) {
            return false;
        }
        if (request.getAttribute(STAY) instanceof Route begunThere) {
            serve(begunThere, path.substring(end), config, request, response);
            return true;
        }
        String module = path.substring(PREFIX.length(), end);
        Epochs.Epoch epoch = routes.epochs().enter();
        boolean goesOn = false;
        try {
            Optional<Route> route = routes.find(module);
            if (route.isPresent()) {
                goesOn = enter(route.get(), path.substring(end), config, request, response, epoch);
                return true;
            }
            if (routes.mayCome(module)) {
                throw new ProblemException(Problem.unavailable("module-away", 2));
            }
            return false;
        } finally {
            if (!goesOn) {
                epoch.leave();
            }
        }
    }

    /** True when the answer will be written by and by, and the version is needed for so long. */
    private boolean enter(
            Route route,
            String path,
            ServletConfig config,
            HttpServletRequest request,
            HttpServletResponse response,
            Epochs.Epoch epoch)
            throws IOException {
        Visit.of(request).to(route.info().id(), route.texts()).enter(request);
        Gate gate = route.gate();
        if (!gate.enter(request)) {
            return false;
        }
        boolean goesOn = false;
        boolean failed = true;
        try (Processor.Stint work = processor.begin(gate)) {
            if (isStream(request) && route.streams() >= limits.streams()) {
                throw new ProblemException(Problem.unavailable("module-busy", 5));
            }
            serve(route, path, config, request, response);
            failed = LeaveAtEnd.isFailure(response) || request.getAttribute(JsonBody.BROKEN_OFF) != null;
            if (request.isAsyncStarted()) {
                request.setAttribute(STAY, route);
                goesOn = !isStream(request);
                AsyncListener end = goesOn ? new LeaveAtEnd(gate, epoch) : StreamEnds.keep(route, request);
                request.getAsyncContext().addListener(end);
            }
        } catch (ProblemException refused) {
            failed = false;
            throw refused;
        } finally {
            if (!goesOn) {
                gate.leave(failed);
            }
        }
        return goesOn;
    }

    private static boolean isStream(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/event-stream");
    }

    private void serve(
            Route route, String path, ServletConfig config, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (path.equals(DESCRIPTION)) {
            ApiDescription.serve(route, response);
            return;
        }
        Legible.check(request);
        streets.check(route.info(), request.getQueryString());
        if (!streets.isOpen(route.info(), Visit.of(request).caller())) {
            AccessFilter.onlyWhatIsOpenToAnybody(request);
        }
        if (!BodyLimit.hasBody(request)) {
            route.server().serve(config, request, response);
            return;
        }
        BodyLimit limited = new BodyLimit(request);
        route.server().serve(config, limited, response);
        if (limited.isRefused()) {
            response.flushBuffer();
            BodyLimit.linger(request);
        }
    }
}
