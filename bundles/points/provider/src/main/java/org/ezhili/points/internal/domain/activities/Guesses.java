package org.ezhili.points.internal.domain.activities;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts whose typed codes were wrong: nobody tries more than a few in the time that one is shown. Thread-safe. */
public final class Guesses {

    private static final int MOST = 5;

    private final Map<String, Integer> wrong = new ConcurrentHashMap<>();
    private volatile long step;

    /** Whether this account has tried too often since the code changed last. */
    public boolean isTooMany(String account, Instant now) {
        turn(now);
        return wrong.getOrDefault(account, 0) >= MOST;
    }

    public void wrong(String account, Instant now) {
        turn(now);
        wrong.merge(account, 1, Integer::sum);
    }

    private void turn(Instant now) {
        long current = now.toEpochMilli() / CheckInCodes.STEP.toMillis();
        if (current != step) {
            step = current;
            wrong.clear();
        }
    }
}
