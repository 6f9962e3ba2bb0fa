package org.ezhili.matters.internal.domain.limits;

import java.time.LocalTime;

/** A stretch of a working day in which the clock of working time runs. */
public record Shift(LocalTime start, LocalTime end) {

    public Shift {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a shift ends after it starts: " + start + "-" + end);
        }
    }

    /** From {@code 08:30-12:00}. */
    public static Shift parse(String text) {
        String[] ends = text.strip().split("-", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("not a shift: " + text);
        }
        return new Shift(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
    }
}
