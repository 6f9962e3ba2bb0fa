package org.ezhili.points.internal.rest;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;

/** Reads what is written as text on the wire. */
public final class Texts {

    /** Anything but what is no text and cannot be kept everywhere: the character zero and halves of characters. */
    public static final String PLAIN = "[^\\x00\\p{Cs}]*";

    private Texts() {}

    /** The id in a path; what is no id names nothing. */
    public static long id(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException noId) {
            throw new ProblemException(Problem.notFound());
        }
    }

    /** A month, {@code 2026-03}, of this century or the last. */
    public static YearMonth month(String field, String text) {
        try {
            YearMonth month = YearMonth.parse(text);
            if (month.getYear() >= 1900 && month.getYear() < 2100) {
                return month;
            }
        } catch (DateTimeParseException noMonth) {
            throw ProblemException.field(field, "month");
        }
        throw ProblemException.field(field, "month");
    }

    /** A day, {@code 2026-03-02}, of this century or the last. */
    public static LocalDate day(String field, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 1900 && day.getYear() < 2100) {
                return day;
            }
        } catch (DateTimeParseException noDay) {
            throw ProblemException.field(field, "day");
        }
        throw ProblemException.field(field, "day");
    }
}
