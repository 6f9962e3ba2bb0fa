package org.ezhili.platform.gateway.internal;

import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.http.HttpServletRequest;
import org.ezhili.platform.gateway.internal.routes.Route;

/** Takes a stream off its version's list when it ends. */
record StreamEnds(Route route, AsyncContext stream) implements AsyncListener {

    static StreamEnds keep(Route route, HttpServletRequest request) {
        AsyncContext stream = request.getAsyncContext();
        route.keep(stream);
        return new StreamEnds(route, stream);
    }

    @Override
    public void onComplete(AsyncEvent event) {
        route.forget(stream);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        route.forget(stream);
    }

    @Override
    public void onError(AsyncEvent event) {
        route.forget(stream);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
