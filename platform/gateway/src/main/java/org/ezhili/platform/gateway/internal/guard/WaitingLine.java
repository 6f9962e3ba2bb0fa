package org.ezhili.platform.gateway.internal.guard;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.DispatcherType;
import javax.servlet.ServletRequest;
import javax.servlet.http.HttpServletRequest;

/** Requests that wait for a place in a module, first come, first served, without a thread. */
public final class WaitingLine {

    private static final String SINCE = WaitingLine.class.getName() + ".since";
    private static final String PLACE = WaitingLine.class.getName() + ".place";

    private final Limits limits;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger length = new AtomicInteger();

    WaitingLine(Limits limits) {
        this.limits = limits;
    }

    boolean isEmpty() {
        return length.get() == 0;
    }

    int length() {
        return length.get();
    }

    static boolean hasWaited(ServletRequest request) {
        return request.getAttribute(SINCE) != null;
    }

    /** Whether the request has just been put off, and comes again later. */
    public static boolean isWaiting(ServletRequest request) {
        return hasWaited(request) && request.getDispatcherType() == DispatcherType.REQUEST;
    }

    /** When the request came in, as {@link System#nanoTime()} said: now, unless it has waited. */
    public static long since(ServletRequest request) {
        return request.getAttribute(SINCE) instanceof Long since ? since : System.nanoTime();
    }

    /** Whether a place at this gate has been kept for the request. One kept at another gate goes to the next there. */
    static boolean claim(ServletRequest request, Gate gate) {
        Object place = request.getAttribute(PLACE);
        if (place == null) {
            return false;
        }
        request.removeAttribute(PLACE);
        if (place != gate) {
            request.removeAttribute(SINCE);
            ((Gate) place).leaveUnused();
        }
        return place == gate;
    }

    /** Gives back the place of a request that took another turn. */
    public static void forget(ServletRequest request) {
        if (request.getAttribute(PLACE) instanceof Gate gate) {
            request.removeAttribute(PLACE);
            gate.leaveUnused();
        }
    }

    /** False when the line is too long. */
    boolean join(HttpServletRequest request) {
        if (length.incrementAndGet() > limits.waiting()) {
            length.decrementAndGet();
            return false;
        }
        boolean isIn = false;
        try {
            waiting.add(putOff(request));
            isIn = true;
            return true;
        } finally {
            if (!isIn) {
                length.decrementAndGet();
            }
        }
    }

    private Waiting putOff(HttpServletRequest request) {
        request.setAttribute(SINCE, System.nanoTime());
        AsyncContext context = request.startAsync();
        context.setTimeout(limits.waitAtMost().toMillis());
        Waiting one = new Waiting(context);
        context.addListener(one);
        return one;
    }

    /** Sends the next one in; false when nobody waits any more. */
    boolean callNext(Gate gate) {
        for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
            if (next.call(gate)) {
                return true;
            }
        }
        return false;
    }

    /** Sends all back to where they came from; they may wait again elsewhere. */
    void dismiss() {
        for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
            next.context.getRequest().removeAttribute(SINCE);
            next.giveUp();
        }
    }

    /** One request that waits. */
    private final class Waiting implements AsyncListener {
        private final AsyncContext context;
        private final AtomicBoolean isOver = new AtomicBoolean();

        Waiting(AsyncContext context) {
            this.context = context;
        }

        private boolean end() {
            boolean first = isOver.compareAndSet(false, true);
            if (first) {
                length.decrementAndGet();
            }
            return first;
        }

        private boolean call(Gate gate) {
            if (!end()) {
                return false;
            }
            ServletRequest request = context.getRequest();
            request.setAttribute(PLACE, gate);
            try {
                context.dispatch();
                return true;
            } catch (IllegalStateException goneMeanwhile) {
                request.removeAttribute(PLACE);
                return false;
            }
        }

        private void giveUp() {
            if (end()) {
                waiting.remove(this);
                context.dispatch();
            }
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            giveUp();
        }

        @Override
        public void onComplete(AsyncEvent event) {
            leave();
        }

        @Override
        public void onError(AsyncEvent event) {
            leave();
        }

        private void leave() {
            if (end()) {
                waiting.remove(this);
            }
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // it has been let in, and now answers by and by
        }
    }
}
