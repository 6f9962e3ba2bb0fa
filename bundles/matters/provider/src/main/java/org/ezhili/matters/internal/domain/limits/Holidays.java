package org.ezhili.matters.internal.domain.limits;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which days people work: weekdays, but for holidays, and the weekend days made up for. Immutable. */
public final class Holidays {

    private final Map<LocalDate, Boolean> works = new HashMap<>();

    /**
     * From lines of {@code date,off}, {@code date,work} or {@code first..last,off}; later lines win, lines that begin with
     * {@code #} are remarks. One line may hold several, with {@code ;} between them, as a line of a configuration does.
     */
    public Holidays(List<String> lines) {
        lines.stream()
                .map(String::strip)
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> Stream.of(line.split(";")))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(this::add);
    }

    public boolean isWorkingDay(LocalDate day) {
        Boolean said = works.get(day);
        return said != null ? said : day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue();
    }

    private void add(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != 2 || !(cells[1].equals("off") || cells[1].equals("work"))) {
            throw new IllegalArgumentException("not a holiday: " + line);
        }
        String[] ends = cells[0].split("\\.\\.", -1);
        LocalDate last = LocalDate.parse(ends[ends.length - 1]);
        for (LocalDate day = LocalDate.parse(ends[0]); !day.isAfter(last); day = day.plusDays(1)) {
            works.put(day, cells[1].equals("work"));
        }
    }
}
