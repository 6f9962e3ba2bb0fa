package org.ezhili.platform.gateway.internal.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.ezhili.platform.Problem;

/**
 * A problem on the wire, RFC 9457.
 *
 * @param type {@code urn:ezhili:problem:<code>}
 * @param title what sort of problem, in the caller's language
 * @param detail what is wrong this time
 * @param code last part of {@code type}, for programs
 * @param errors the fields at fault
 * @param requestId to be told to district IT
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemJson(
        String type, String title, int status, String detail, String code, List<FaultJson> errors, String requestId) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** One field at fault. */
    public record FaultJson(String field, String code, String detail) {}

    public static ProblemJson of(Problem problem, Texts texts, Locale locale, String requestId) {
        String key = "problem." + problem.code();
        String title = texts.find(key, locale, problem.arguments()).orElse(problem.code());
        String detail = texts.find(key + ".detail", locale, problem.arguments()).orElse("");
        List<FaultJson> errors = problem.faults().stream()
                .map(fault -> new FaultJson(
                        fault.field(),
                        fault.code(),
                        texts.find("fault." + fault.code(), locale, fault.arguments())
                                .orElse(fault.code())))
                .toList();
        return new ProblemJson(
                "urn:ezhili:problem:" + problem.code(),
                title,
                problem.status(),
                detail,
                problem.code(),
                errors,
                requestId);
    }
}
