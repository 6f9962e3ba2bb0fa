package org.ezhili.platform.gateway.internal;

import java.util.Locale;
import java.util.Objects;
import javax.servlet.http.HttpServletRequest;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.ezhili.platform.gateway.internal.problems.Texts;
import org.ezhili.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * What the door knows of a request once it has let it in.
 *
 * @param caller who makes it
 * @param locale the language to answer in
 * @param requestId said in problems, headers and the log
 * @param module id of the module it is for; empty for the door's own pages
 * @param texts where problems get their words from
 */
public record Visit(Caller caller, Locale locale, String requestId, String module, Texts texts) {

    private static final String ATTRIBUTE = Visit.class.getName();

    public static Visit of(HttpServletRequest request) {
        return (Visit) request.getAttribute(ATTRIBUTE);
    }

    /** Of the request behind a JAX-RS message. */
    public static Visit of(Message message) {
        return of(request(message));
    }

    /** The request behind a JAX-RS message, be it the one that came in or the one that goes out. */
    public static HttpServletRequest request(Message message) {
        Message in = message.getExchange().getInMessage();
        return (HttpServletRequest) Objects.requireNonNull(in.get(AbstractHTTPDestination.HTTP_REQUEST));
    }

    /** The request that this thread answers through JAX-RS; none outside of it. */
    public static @Nullable HttpServletRequest currentRequest() {
        Message message = JAXRSUtils.getCurrentMessage();
        return message == null ? null : request(message);
    }

    Visit enter(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
        return this;
    }

    Visit by(Caller known) {
        return new Visit(known, locale, requestId, module, texts);
    }

    Visit to(String id, Texts words) {
        return new Visit(caller, locale, requestId, id, words);
    }
}
