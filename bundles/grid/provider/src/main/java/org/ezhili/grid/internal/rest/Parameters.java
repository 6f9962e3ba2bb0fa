package org.ezhili.grid.internal.rest;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/** Reads what callers put into addresses; refuses with a 400 that names the parameter. */
final class Parameters {

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern DEGREES = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{1,20})?");

    private Parameters() {}

    static AreaCode code(String name, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            throw ProblemException.field(name, "required");
        }
        return AreaCode.parse(text).orElseThrow(() -> ProblemException.field(name, "area-code"));
    }

    static double degrees(String name, @Nullable String text, int most) {
        if (text == null || text.isEmpty()) {
            throw ProblemException.field(name, "required");
        }
        if (!DEGREES.matcher(text).matches()) {
            throw ProblemException.field(name, "number");
        }
        double value = Double.parseDouble(text);
        if (Math.abs(value) > most) {
            throw ProblemException.field(name, "out-of-range", -most, most);
        }
        return value;
    }

    static AreaLevel level(String name, @Nullable String text) {
        for (AreaLevel level : AreaLevel.values()) {
            if (level.name().toLowerCase(Locale.ROOT).equals(text)) {
                return level;
            }
        }
        throw ProblemException.field(name, text == null || text.isEmpty() ? "required" : "level-unknown");
    }

    /** Years that both databases know. */
    static LocalDate day(String name, String text) {
        if (!DAY.matcher(text).matches() || text.startsWith("0000")) {
            throw ProblemException.field(name, "day");
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            throw ProblemException.field(name, "day");
        }
    }

    static boolean flag(String name, @Nullable String text) {
        return switch (text == null ? "false" : text) {
            case "false" -> false;
            case "true" -> true;
            default -> throw ProblemException.field(name, "true-or-false");
        };
    }

    /** Those of sorted codes that a page shows, and one more if there is one. */
    static List<AreaCode> page(List<AreaCode> sorted, PageRequest request) {
        return page(sorted, request.cursor().orElse(null), request.limit());
    }

    static List<AreaCode> page(List<AreaCode> sorted, @Nullable String cursor, int limit) {
        int from = cursor == null ? 0 : after(sorted, cursor);
        return sorted.subList(from, Math.min(sorted.size(), from + limit + 1));
    }

    private static int after(List<AreaCode> sorted, String cursor) {
        AreaCode last = AreaCode.parse(cursor).orElseThrow(() -> ProblemException.field("cursor", "cursor"));
        int place = java.util.Collections.binarySearch(sorted, last);
        return place < 0 ? -place - 1 : place + 1;
    }
}
