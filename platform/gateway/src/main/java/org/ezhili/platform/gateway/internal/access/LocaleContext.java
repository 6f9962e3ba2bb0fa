package org.ezhili.platform.gateway.internal.access;

import java.util.Locale;
import org.apache.cxf.jaxrs.ext.ContextProvider;
import org.apache.cxf.message.Message;
import org.ezhili.platform.gateway.internal.Visit;

/** Hands a resource method the caller's language as {@code @Context Locale}. */
public final class LocaleContext implements ContextProvider<Locale> {

    @Override
    public Locale createContext(Message message) {
        return Visit.of(message).locale();
    }
}
