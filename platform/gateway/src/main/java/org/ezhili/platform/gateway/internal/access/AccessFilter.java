package org.ezhili.platform.gateway.internal.access;

import java.lang.reflect.Method;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.message.Message;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.gateway.internal.Visit;
import org.ezhili.platform.module.Open;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.security.Caller;

/**
 * Stops a caller who may not call the resource method that the request has been matched to. What is open to anybody stays so for those, too,
 * for whose places the module is off.
 */
public final class AccessFilter implements ContainerRequestFilter {

    private static final String OFF = AccessFilter.class.getName() + ".off";

    /** Marks a request of somebody all of whose places do without the module. */
    public static void onlyWhatIsOpenToAnybody(HttpServletRequest request) {
        request.setAttribute(OFF, true);
    }

    @Override
    public void filter(ContainerRequestContext context) {
        Message message = JAXRSUtils.getCurrentMessage();
        Method method = message.getExchange().get(OperationResourceInfo.class).getAnnotatedMethod();
        Caller caller = Visit.of(message).caller();
        Open open = method.getAnnotation(Open.class);
        if (open != null && open.value() == Open.To.ANYBODY) {
            return;
        }
        if (caller.isNobody()) {
            throw WhoCalls.refusal(Visit.request(message));
        }
        if (Visit.request(message).getAttribute(OFF) != null) {
            throw StreetGate.off(Visit.of(message).module());
        }
        Requires requires = method.getAnnotation(Requires.class);
        if (requires != null && !caller.may(requires.value())) {
            throw ProblemException.of(403, "forbidden");
        }
    }
}
