package org.ezhili.platform.gateway.internal.access;

import org.apache.cxf.jaxrs.ext.ContextProvider;
import org.apache.cxf.message.Message;
import org.ezhili.platform.gateway.internal.Visit;
import org.ezhili.platform.security.Caller;

/** Hands a resource method its {@code @Context Caller}. */
public final class CallerContext implements ContextProvider<Caller> {

    @Override
    public Caller createContext(Message message) {
        return Visit.of(message).caller();
    }
}
