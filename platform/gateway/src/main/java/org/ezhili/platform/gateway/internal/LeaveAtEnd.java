package org.ezhili.platform.gateway.internal;

import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.http.HttpServletResponse;
import org.ezhili.platform.gateway.internal.guard.Gate;
import org.ezhili.platform.gateway.internal.routes.Epochs;

/** An answer that is still being written keeps its version alive, and its place in it. */
record LeaveAtEnd(Gate gate, Epochs.Epoch epoch) implements AsyncListener {

    private static final int INTERNAL = 500;
    private static final int UNAVAILABLE = 503;

    /** A module that says it cannot at the moment says so on purpose; whatever else is 500 or more is its fault. */
    static boolean isFailure(HttpServletResponse response) {
        return response.getStatus() >= INTERNAL && response.getStatus() != UNAVAILABLE;
    }

    @Override
    public void onComplete(AsyncEvent event) {
        gate.leave(event.getSuppliedResponse() instanceof HttpServletResponse response && isFailure(response));
        epoch.leave();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // onComplete follows
    }

    @Override
    public void onError(AsyncEvent event) {
        // onComplete follows
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
