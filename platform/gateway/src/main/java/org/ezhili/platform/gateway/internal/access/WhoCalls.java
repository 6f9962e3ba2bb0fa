package org.ezhili.platform.gateway.internal.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.security.Authenticator;
import org.ezhili.platform.security.Authenticator.Session;
import org.ezhili.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Finds out who makes a request: a bearer token for programs, a cookie for browsers, which for a write must bring its CSRF value too. */
@Component(service = WhoCalls.class)
public final class WhoCalls {

    public static final String COOKIE = "EZHILI_SESSION";

    private static final String UNPROVEN = WhoCalls.class.getName() + ".unproven";
    private static final String BEARER = "Bearer ";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Authenticator authenticator;

    /** The caller; nobody when the request names none. What it names must be right. */
    public Caller of(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header != null) {
            return byToken(header);
        }
        Optional<String> cookie = cookie(request);
        return cookie.isEmpty() ? Caller.nobody() : bySession(cookie.get(), request);
    }

    /** Why somebody who must be known is nobody: 403 for a browser that did not prove that the write is its own, else 401. */
    static ProblemException refusal(HttpServletRequest request) {
        return request.getAttribute(UNPROVEN) == null
                ? ProblemException.of(401, "not-signed-in")
                : ProblemException.of(403, "csrf");
    }

    private Caller byToken(String header) {
        if (!header.startsWith(BEARER)) {
            throw ProblemException.of(401, "not-signed-in");
        }
        return known().byToken(header.substring(BEARER.length()).trim())
                .orElseThrow(() -> ProblemException.of(401, "session-ended"));
    }

    /**
     * A cookie that has ended makes a nobody, so that signing in again is possible with the old cookie still there. So does a
     * write without the session's CSRF value; it is remembered, to tell it from a caller who never signed in.
     */
    private Caller bySession(String cookie, HttpServletRequest request) {
        Optional<Session> session = known().bySession(cookie);
        if (session.isEmpty()) {
            return Caller.nobody();
        }
        if (!SAFE.contains(request.getMethod()) && !matches(session.get().csrf(), request.getHeader("X-CSRF-Token"))) {
            request.setAttribute(UNPROVEN, true);
            return Caller.nobody();
        }
        return session.get().caller();
    }

    private static boolean matches(String expected, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private Authenticator known() {
        Authenticator present = authenticator;
        if (present == null) {
            throw new ProblemException(Problem.unavailable("starting", 2));
        }
        return present;
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }
}
