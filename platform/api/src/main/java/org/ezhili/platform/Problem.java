package org.ezhili.platform;

import java.util.List;

/**
 * Why a request is refused: what becomes an RFC 9457 problem at the door. The door looks up title and detail in the
 * caller's language under {@code problem.<code>} and {@code problem.<code>.detail} in {@code OSGI-INF/l10n} of the module,
 * then of the platform.
 *
 * @param status the HTTP status, 400 to 599
 * @param code stable, in kebab case; the last part of the problem's type URI
 * @param arguments fill {@code {0}}, {@code {1}} … in the texts; never personal data
 * @param faults the fields at fault, for a body or parameters that do not fit
 * @param retryAfterSeconds when to try again; 0 says nothing
 */
public record Problem(int status, String code, List<Object> arguments, List<Fault> faults, long retryAfterSeconds) {

    public Problem {
        arguments = List.copyOf(arguments);
        faults = List.copyOf(faults);
    }

    /**
     * One field at fault.
     *
     * @param field path of the field in the body, or the name of the parameter
     * @param code stable cause in kebab case, with its text under {@code fault.<code>}
     * @param arguments fill the text
     */
    public record Fault(String field, String code, List<Object> arguments) {
        public Fault {
            arguments = List.copyOf(arguments);
        }
    }

    public static Problem of(int status, String code, Object... arguments) {
        return new Problem(status, code, List.of(arguments), List.of(), 0);
    }

    /** 400: the request cannot be read as what it should be. */
    public static Problem badRequest(List<Fault> faults) {
        return new Problem(400, "bad-request", List.of(), faults, 0);
    }

    /** 422: well formed, but it means nothing here. */
    public static Problem unprocessable(String code, List<Fault> faults) {
        return new Problem(422, code, List.of(), faults, 0);
    }

    /** 404, also for what the caller may not know to exist. */
    public static Problem notFound() {
        return of(404, "not-found");
    }

    /** 403: known caller, not allowed. */
    public static Problem forbidden() {
        return of(403, "forbidden");
    }

    /** 503: what is needed is away for a moment. */
    public static Problem unavailable(String code, long retryAfterSeconds) {
        return new Problem(503, code, List.of(), List.of(), retryAfterSeconds);
    }

    public Problem retryAfter(long seconds) {
        return new Problem(status, code, arguments, faults, seconds);
    }
}
