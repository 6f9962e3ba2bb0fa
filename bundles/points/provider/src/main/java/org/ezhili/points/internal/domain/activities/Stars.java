package org.ezhili.points.internal.domain.activities;

/** 星级志愿者: one star each at 100, 300, 600, 1,000 and 1,500 hours served. */
public final class Stars {

    private static final long[] HOURS = {100, 300, 600, 1_000, 1_500};

    private Stars() {}

    public static int of(long minutes) {
        int stars = 0;
        while (stars < HOURS.length && minutes >= HOURS[stars] * 60) {
            stars++;
        }
        return stars;
    }
}
