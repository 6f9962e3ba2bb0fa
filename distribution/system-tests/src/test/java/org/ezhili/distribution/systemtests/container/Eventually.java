package org.ezhili.distribution.systemtests.container;

import static org.junit.Assert.assertTrue;

import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what takes its time. */
final class Eventually {

    private Eventually() {}

    static void eventually(String what, Callable<Boolean> condition) throws Exception {
        eventually(what, 30, condition);
    }

    static void eventually(String what, int seconds, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (!condition.call()) {
            assertTrue(what, System.nanoTime() < end);
            LockSupport.parkNanos(50_000_000L);
        }
    }
}
