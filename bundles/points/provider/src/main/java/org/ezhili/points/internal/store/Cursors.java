package org.ezhili.points.internal.store;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.persistence.TypedQuery;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.ProblemException;

/** Lists by falling id: the cursor is the last id of the page before. */
public final class Cursors {

    /** After any code that begins with the same digits, however the database sorts what is no digit. */
    private static final String LAST = "999999999999999";

    private Cursors() {}

    public static long before(PageRequest page) {
        try {
            return page.cursor().map(Long::parseLong).orElse(Long.MAX_VALUE);
        } catch (NumberFormatException notOurs) {
            throw ProblemException.field("cursor", "cursor");
        }
    }

    /** Condition that {@code column} lies in one of the areas. */
    public static String within(String column, List<AreaCode> areas) {
        return IntStream.range(0, areas.size())
                .mapToObj(n -> "(" + column + " >= :from" + n + " and " + column + " <= :to" + n + ")")
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    public static <T> TypedQuery<T> bind(TypedQuery<T> query, List<AreaCode> areas) {
        for (int n = 0; n < areas.size(); n++) {
            query.setParameter("from" + n, areas.get(n).digits());
            query.setParameter("to" + n, areas.get(n).digits() + LAST);
        }
        return query;
    }

    /** Text with these words in it, for {@code like … escape '!'} on what is in small letters. */
    public static String containing(String words) {
        return "%" + words.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    }

    public static <T> Optional<T> first(TypedQuery<T> query) {
        return query.setMaxResults(1).getResultStream().findFirst();
    }
}
