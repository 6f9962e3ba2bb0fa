package org.ezhili.platform.gateway.internal.guard;

import java.util.concurrent.atomic.AtomicInteger;

/** How many requests are under way in all modules together: the threads of the door that are taken. */
public final class Crowd {

    private final AtomicInteger under = new AtomicInteger();

    void enter() {
        under.incrementAndGet();
    }

    int size() {
        return under.get();
    }

    void leave() {
        under.decrementAndGet();
    }
}
