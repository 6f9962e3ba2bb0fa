package org.ezhili.platform.gateway.internal.problems;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.ezhili.platform.Problem;
import org.ezhili.platform.gateway.internal.Visit;
import org.ezhili.platform.gateway.internal.json.JsonBody;

/** Writes what the door itself answers. */
public final class Answers {

    private Answers() {}

    public static void problem(HttpServletRequest request, HttpServletResponse response, Problem problem, Texts texts)
            throws IOException {
        Visit visit = Visit.of(request);
        if (problem.retryAfterSeconds() > 0) {
            response.setHeader("Retry-After", Long.toString(problem.retryAfterSeconds()));
        }
        write(
                response,
                problem.status(),
                ProblemJson.MEDIA_TYPE,
                JsonBody.bytes(ProblemJson.of(problem, texts, visit.locale(), visit.requestId())));
    }

    public static void json(HttpServletResponse response, int status, Object answer) throws IOException {
        write(response, status, "application/json", JsonBody.bytes(answer));
    }

    public static void write(HttpServletResponse response, int status, String type, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
