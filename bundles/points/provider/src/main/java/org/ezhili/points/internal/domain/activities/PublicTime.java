package org.ezhili.points.internal.domain.activities;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** 公示期: hours count only after they have been public for three whole working days. Immutable. */
public final class PublicTime {

    private static final int WORKING_DAYS = 3;

    private final ZoneId zone;
    private final Set<LocalDate> off = new HashSet<>();

    /**
     * @param holidays lines of {@code date} or {@code first..last} on which nobody works, perhaps with {@code ,off} after it; a
     *     weekend day that is worked in exchange, a line with {@code ,work}, does not count as a working day here: the public gets
     *     more time, never less. {@code #} begins a remark; one line may hold several, with {@code ;} between them
     */
    public PublicTime(ZoneId zone, List<String> holidays) {
        this.zone = zone;
        holidays.stream()
                .map(String::strip)
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> Stream.of(line.split(";")))
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.endsWith(",work"))
                .map(line -> line.endsWith(",off") ? line.substring(0, line.length() - ",off".length()) : line)
                .forEach(this::add);
    }

    /** The midnight after the third working day that follows the day of {@code shown}. */
    public Instant ends(Instant shown) {
        LocalDate day = LocalDate.ofInstant(shown, zone);
        for (int worked = 0; worked < WORKING_DAYS; ) {
            day = day.plusDays(1);
            worked += isWorked(day) ? 1 : 0;
        }
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private boolean isWorked(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !off.contains(day);
    }

    private void add(String line) {
        String[] ends = line.split("\\.\\.", -1);
        LocalDate last = LocalDate.parse(ends[ends.length - 1]);
        LocalDate.parse(ends[0]).datesUntil(last.plusDays(1)).forEach(off::add);
    }
}
