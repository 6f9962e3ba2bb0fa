package org.ezhili.matters.internal.domain.limits;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/** Reckons deadlines: which moment comes so much working time after another. Immutable. */
public final class WorkingTime {

    private static final int LONGEST_BREAK_DAYS = 400;
    private static final int WHOLE = 100;

    private final ZoneId zone;
    private final List<Shift> shifts;
    private final Holidays holidays;
    private final Duration day;

    /** @param shifts of one working day, in order */
    public WorkingTime(ZoneId zone, List<Shift> shifts, Holidays holidays) {
        this.zone = zone;
        this.shifts = List.copyOf(shifts);
        this.holidays = holidays;
        this.day = shifts.stream()
                .map(shift -> Duration.between(shift.start(), shift.end()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** When a limit that starts to run at {@code start} has run out. */
    public Instant due(Instant start, Limit limit) {
        return due(start, limit, WHOLE);
    }

    /** The same for a limit of which only so many per cent are given. */
    public Instant due(Instant start, Limit limit, int percent) {
        return switch (limit.unit()) {
            case URGENT_HOURS -> start.plus(part(Duration.ofHours(limit.amount()), percent));
            case WORKING_HOURS -> after(start, part(Duration.ofHours(limit.amount()), percent));
            case WORKING_DAYS -> after(start, part(day.multipliedBy(limit.amount()), percent));
            case NATURAL_DAYS -> start.plus(part(Duration.ofDays(limit.amount()), percent));
        };
    }

    private static Duration part(Duration whole, int percent) {
        return percent == WHOLE ? whole : whole.multipliedBy(percent).dividedBy(WHOLE);
    }

    private Instant after(Instant start, Duration working) {
        ZonedDateTime from = start.atZone(zone);
        Duration left = working;
        LocalDate today = from.toLocalDate();
        for (int idle = 0; idle < LONGEST_BREAK_DAYS; today = today.plusDays(1)) {
            if (!holidays.isWorkingDay(today)) {
                idle++;
                continue;
            }
            idle = 0;
            for (Shift shift : shifts) {
                ZonedDateTime opens = later(today.atTime(shift.start()).atZone(zone), from);
                Duration open =
                        Duration.between(opens, today.atTime(shift.end()).atZone(zone));
                if (open.compareTo(left) >= 0) {
                    return opens.plus(left).toInstant();
                }
                left = open.isNegative() ? left : left.minus(open);
            }
        }
        throw new IllegalStateException("nobody works in the year after " + from.toLocalDate());
    }

    private static ZonedDateTime later(ZonedDateTime one, ZonedDateTime other) {
        return one.isAfter(other) ? one : other;
    }
}
