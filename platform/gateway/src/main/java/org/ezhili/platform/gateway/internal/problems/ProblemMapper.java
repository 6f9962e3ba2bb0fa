package org.ezhili.platform.gateway.internal.problems;

import java.util.List;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.message.Message;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.gateway.internal.BodyLimit;
import org.ezhili.platform.gateway.internal.Visit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a problem of whatever a resource throws: what it means to say, what JAX-RS says, or an accident that only the log sees. */
public final class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    @Override
    public Response toResponse(Throwable thrown) {
        Message message = JAXRSUtils.getCurrentMessage();
        Visit visit = Visit.of(message);
        BodyLimit.refuse(Visit.request(message));
        Problem problem = problem(thrown, visit);
        Response.ResponseBuilder response = Response.status(problem.status())
                .type(ProblemJson.MEDIA_TYPE)
                .entity(ProblemJson.of(problem, visit.texts(), visit.locale(), visit.requestId()));
        if (problem.retryAfterSeconds() > 0) {
            response.header(HttpHeaders.RETRY_AFTER, problem.retryAfterSeconds());
        }
        return response.build();
    }

    private static Problem problem(Throwable thrown, Visit visit) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException refusal) {
                return refusal.problem();
            }
            if (cause instanceof WebApplicationException web) {
                return ofStatus(web.getResponse().getStatus());
            }
        }
        LOG.error("request {} met an error in module code; its log lines carry that id", visit.requestId(), thrown);
        return Problem.of(500, "internal");
    }

    private static Problem ofStatus(int status) {
        return switch (status) {
            case 400 -> Problem.badRequest(List.of());
            case 401 -> Problem.of(401, "not-signed-in");
            case 403 -> Problem.forbidden();
            case 404 -> Problem.notFound();
            case 405 -> Problem.of(405, "method-not-allowed");
            case 406 -> Problem.of(406, "not-acceptable");
            case 415 -> Problem.of(415, "media-type");
            default -> Problem.of(status, status < 500 ? "refused" : "internal");
        };
    }
}
