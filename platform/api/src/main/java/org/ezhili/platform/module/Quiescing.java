package org.ezhili.platform.module;

import java.time.Duration;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A part of the platform that works with live modules aside from requests: it runs their jobs, or hands them events. Asked
 * after a switch, before an old version goes. Thread-safe.
 */
@ConsumerType
public interface Quiescing {

    /**
     * Waits until everything that was being worked at when this was called has ended.
     *
     * @return false when {@code patience} ran out first
     */
    boolean quiesce(Duration patience) throws InterruptedException;

    /** Interrupts what is still being worked at in {@code left}; the version that is live now begins it again. */
    void handOver(Module left);
}
