package org.ezhili.platform.gateway.internal.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.http.HttpServletRequest;

/** Requests that can be put off, without a web server around them. */
final class Requests {

    private Requests() {}

    /** One of them. */
    static final class Request {
        private final Map<Object, Object> attributes = new ConcurrentHashMap<>();
        private final List<AsyncListener> listeners = new ArrayList<>();
        private final HttpServletRequest servlet = made(HttpServletRequest.class);
        private final AsyncContext context = made(AsyncContext.class);
        private volatile boolean dispatched;

        HttpServletRequest servlet() {
            return servlet;
        }

        boolean isDispatched() {
            return dispatched;
        }

        void timesOut() {
            tell(AsyncListener::onTimeout);
        }

        void breaksOff() {
            tell(AsyncListener::onError);
            tell(AsyncListener::onComplete);
        }

        /** What a listener is told of. */
        private interface Told {
            void tell(AsyncListener listener, AsyncEvent event) throws IOException;
        }

        private void tell(Told what) {
            try {
                for (AsyncListener listener : listeners) {
                    what.tell(listener, new AsyncEvent(context));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private <T> T made(Class<T> type) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (self, method, arguments) -> switch (method.getName()) {
                        case "getAttribute" -> attributes.get(arguments[0]);
                        case "setAttribute" -> attributes.put(arguments[0], arguments[1]);
                        case "removeAttribute" -> attributes.remove(arguments[0]);
                        case "startAsync" -> start();
                        case "getRequest" -> servlet;
                        case "addListener" -> listeners.add((AsyncListener) arguments[0]) ? null : null;
                        case "dispatch" -> dispatched = true;
                        default -> null;
                    }));
        }

        private AsyncContext start() {
            dispatched = false;
            listeners.clear();
            return context;
        }
    }
}
