package org.ezhili.platform.gateway.internal;

import java.io.IOException;
import java.util.Optional;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.ServletConfig;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.gateway.internal.access.StreetGate;
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

    private final Routes routes;
    private final StreetGate gate;

    @Activate
    public ModuleDoor(@Reference Routes routes, @Reference StreetGate gate) {
        this.routes = routes;
        this.gate = gate;
    }

    /** False when there are modules and none has ever had this name. */
    boolean serve(String path, ServletConfig config, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        int end = path.indexOf('/', PREFIX.length());
        if (end < 0) {
            return false;
        }
        String module = path.substring(PREFIX.length(), end);
        Epochs.Epoch epoch = routes.epochs().enter();
        boolean goesOn = false;
        try {
            Optional<Route> route = routes.find(module);
            if (route.isEmpty()) {
                if (routes.mayCome(module)) {
                    throw new ProblemException(Problem.unavailable("module-away", 2));
                }
                return false;
            }
            serve(route.get(), path.substring(end), config, request, response);
            goesOn = request.isAsyncStarted() && !isStream(request);
            if (goesOn) {
                request.getAsyncContext().addListener(new LeaveAtEnd(epoch));
            } else if (request.isAsyncStarted()) {
                StreamEnds.keep(route.get(), request.getAsyncContext());
            }
            return true;
        } finally {
            if (!goesOn) {
                epoch.leave();
            }
        }
    }

    private static boolean isStream(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/event-stream");
    }

    private void serve(
            Route route, String path, ServletConfig config, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Visit visit = Visit.of(request).to(route.info().id(), route.texts()).enter(request);
        if (path.equals(DESCRIPTION)) {
            ApiDescription.serve(route, response);
            return;
        }
        Legible.check(request);
        gate.check(route.info(), visit.caller(), request.getQueryString());
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

    /** An answer that is still being written keeps its version alive. */
    private record LeaveAtEnd(Epochs.Epoch epoch) implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            epoch.leave();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // onComplete follows
        }

        @Override
        public void onError(AsyncEvent event) {
            // onComplete follows
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
