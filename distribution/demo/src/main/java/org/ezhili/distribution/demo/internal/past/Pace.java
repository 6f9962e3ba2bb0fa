package org.ezhili.distribution.demo.internal.past;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Random;

/** When people report and when they work: by day, more on weekdays, mornings and late afternoons most. */
final class Pace {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final LocalTime OPENING = LocalTime.of(8, 0);
    private static final LocalTime CLOSING = LocalTime.of(18, 0);

    private final Random random;

    Pace(Random random) {
        this.random = random;
    }

    /** A moment of reporting within the {@code days} before {@code now}. */
    Instant report(Instant now, double days) {
        Instant earliest = now.minusSeconds((long) (days * 86_400));
        long span = Duration.between(earliest, now).toSeconds();
        for (int attempt = 0; attempt < 50; attempt++) {
            Instant at = earliest.plusSeconds((long) (random.nextDouble() * span));
            if (random.nextInt(10) < liveliness(at.atZone(HERE))) {
                return at;
            }
        }
        return earliest.plusSeconds(span / 2);
    }

    /** When somebody gets round to it, after about so many minutes; at night and on most weekends it waits. */
    Instant after(Instant before, double minutes) {
        double spread = minutes * (0.3 + 1.4 * random.nextDouble());
        return working(before.plusSeconds(Math.max(60, (long) (spread * 60))));
    }

    private Instant working(Instant instant) {
        ZonedDateTime at = instant.atZone(HERE);
        if (at.toLocalTime().isAfter(CLOSING)) {
            at = morning(at.plusDays(1));
        } else if (at.toLocalTime().isBefore(OPENING)) {
            at = morning(at);
        }
        while (isWeekend(at) && random.nextInt(4) > 0) {
            at = morning(at.plusDays(1));
        }
        return at.toInstant();
    }

    private ZonedDateTime morning(ZonedDateTime day) {
        return day.with(OPENING).plusSeconds(60L * random.nextInt(120) + random.nextInt(60));
    }

    private static int liveliness(ZonedDateTime at) {
        int hour = at.getHour();
        int byDay = hour < 6 || hour >= 23 ? 0 : hour < 8 || hour >= 20 ? 2 : hour >= 12 && hour < 14 ? 4 : 9;
        return isWeekend(at) ? byDay * 2 / 3 : byDay;
    }

    private static boolean isWeekend(ZonedDateTime at) {
        return at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
