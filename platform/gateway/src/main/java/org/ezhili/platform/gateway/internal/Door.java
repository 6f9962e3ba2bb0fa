package org.ezhili.platform.gateway.internal;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.gateway.internal.access.WhoCalls;
import org.ezhili.platform.gateway.internal.guard.WaitingLine;
import org.ezhili.platform.gateway.internal.operations.Meters;
import org.ezhili.platform.gateway.internal.operations.Operations;
import org.ezhili.platform.gateway.internal.problems.Answers;
import org.ezhili.platform.gateway.internal.problems.Texts;
import org.ezhili.platform.gateway.internal.screens.Screens;
import org.ezhili.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The one HTTP door: the only servlet there is, registered once, whatever comes and goes behind it. It gives a request its id
 * and finds out who calls, then hands it on: to a module, to the screens, or to the pages for district IT.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/*")
@HttpWhiteboardServletName("ezhili-door")
@HttpWhiteboardServletAsyncSupported
public final class Door extends HttpServlet {

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final transient WhoCalls whoCalls;
    private final transient ModuleDoor modules;
    private final transient Screens screens;
    private final transient Operations operations;
    private final transient Meters meters;
    private final transient Texts texts;

    @Activate
    public Door(
            BundleContext context,
            @Reference WhoCalls whoCalls,
            @Reference ModuleDoor modules,
            @Reference Screens screens,
            @Reference Operations operations,
            @Reference Meters meters) {
        this.whoCalls = whoCalls;
        this.modules = modules;
        this.screens = screens;
        this.operations = operations;
        this.meters = meters;
        this.texts = Texts.of(context.getBundle());
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long start = WaitingLine.since(request);
        String requestId = requestId(request);
        MDC.put("request", requestId);
        Visit visit = new Visit(Caller.nobody(), language(request), requestId, "", texts).enter(request);
        response.setHeader("X-Request-Id", requestId);
        SecurityHeaders.set(response);
        try {
            admit(request, response, visit);
        } catch (ProblemException refused) {
            refuse(request, response, refused.problem());
        } catch (RuntimeException | Error accident) {
            LOG.error("request {} met an error beside its module; tell the makers these lines", requestId, accident);
            refuse(request, response, Problem.of(500, "internal"));
        } finally {
            // whoever was just put off may have been called in meanwhile: its place is for when it comes again
            if (!WaitingLine.isWaiting(request)) {
                WaitingLine.forget(request);
                meters.request(Visit.of(request).module(), request.getMethod(), response.getStatus(), start);
            }
            MDC.remove("request");
        }
    }

    private void admit(HttpServletRequest request, HttpServletResponse response, Visit visit) throws IOException {
        String path = request.getRequestURI();
        if (screens.serve(path, request, response)) {
            return;
        }
        visit.by(whoCalls.of(request)).enter(request);
        if (path.startsWith(ModuleDoor.PREFIX) && modules.serve(path, getServletConfig(), request, response)) {
            return;
        }
        if (!operations.serve(path, request, response)) {
            throw new ProblemException(Problem.notFound());
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            throw new IOException("the answer broke off in the middle: " + problem.code());
        }
        response.resetBuffer();
        if (problem.status() == 413) {
            response.setHeader("Connection", "close");
        }
        Answers.problem(request, response, problem, Visit.of(request).texts());
        if (BodyLimit.hasBody(request)) {
            response.flushBuffer();
            BodyLimit.linger(request);
        }
    }

    /** The one it got when it came in, for a request that has waited; the one it brings; or any. */
    private static String requestId(HttpServletRequest request) {
        Visit before = Visit.of(request);
        return before == null ? requestId(request.getHeader("X-Request-Id")) : before.requestId();
    }

    private static String requestId(@Nullable String given) {
        return given != null && REQUEST_ID.matcher(given).matches() ? given : anyId();
    }

    /** Nobody gains by guessing it, so it needn't come from the one source of secrets that all requests would wait for. */
    private static String anyId() {
        ThreadLocalRandom chance = ThreadLocalRandom.current();
        return new UUID(chance.nextLong(), chance.nextLong()).toString();
    }

    /** Chinese unless the caller's first choice is English. */
    private static Locale language(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Accept-Language"))
                .filter(languages -> languages.trim().toLowerCase(Locale.ROOT).startsWith("en"))
                .map(english -> Locale.ENGLISH)
                .orElse(Locale.SIMPLIFIED_CHINESE);
    }
}
