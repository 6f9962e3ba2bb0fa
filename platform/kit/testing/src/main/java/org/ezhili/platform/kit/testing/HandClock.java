package org.ezhili.platform.kit.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until a test moves it. It starts on a working Monday, 2026-03-02 09:00 in Shanghai. Thread-safe. */
public final class HandClock extends Clock {

    private volatile Instant now = Instant.parse("2026-03-02T01:00:00Z");

    public void moveTo(Instant instant) {
        now = instant;
    }

    public synchronized void forward(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
