package org.ezhili.points.internal.domain.activities;

import java.time.Duration;
import java.time.Instant;

/** How fast somebody would have come from one place to another. */
public record Travel(double metres, Duration took) {

    private static final double FASTEST = 120 / 3.6;
    private static final double NEAR = 1_000;

    public static Travel between(Spot from, Instant left, Spot to, Instant arrived) {
        return new Travel(from.metresTo(to), Duration.between(left, arrived));
    }

    /** Faster than 120 km/h; under a kilometre is put down to the phone's idea of where it is. */
    public boolean isImpossible() {
        return metres > NEAR && metres > FASTEST * Math.max(0, took.toMillis()) / 1_000.0;
    }
}
