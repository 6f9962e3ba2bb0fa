package org.ezhili.platform;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list a caller wants.
 *
 * @param limit how many items at most, 1 to {@value #MOST}
 * @param cursor where the page before ended, as {@link Page#next()} said; empty for the first page
 */
public record PageRequest(int limit, Optional<String> cursor) {

    public static final int MOST = 200;
    public static final int USUAL = 50;

    public PageRequest {
        if (limit < 1 || limit > MOST) {
            throw ProblemException.field("limit", "out-of-range", 1, MOST);
        }
    }

    public static PageRequest first(int limit) {
        return new PageRequest(limit, Optional.empty());
    }

    /** From query parameters: absent ones mean the first page of the usual length. */
    public static PageRequest of(@Nullable Integer limit, @Nullable String cursor) {
        return new PageRequest(
                limit == null ? USUAL : limit, Optional.ofNullable(cursor).filter(text -> !text.isEmpty()));
    }
}
