package org.ezhili.matters.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A matter as it is shown to one caller.
 *
 * @param actions words of the actions open to the caller
 * @param actionNeeds what must be given with them, for those that need something
 * @param dueBecause how the deadline came about; only when one matter is asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MatterJson(
        String id,
        String category,
        String description,
        String state,
        String tier,
        String area,
        @Nullable String areaName,
        @Nullable Double lon,
        @Nullable Double lat,
        String reporter,
        @Nullable String reporterName,
        @Nullable String handler,
        @Nullable String handlerName,
        Instant reportedAt,
        Instant dueAt,
        boolean overdue,
        int version,
        List<String> photos,
        List<String> actions,
        Map<String, List<String>> actionNeeds,
        @Nullable DueJson dueBecause) {

    /**
     * How a deadline came about.
     *
     * @param start when the limit began to run
     * @param rule version of the catalogue and code of the category that set it
     */
    public record DueJson(LimitJson limit, Instant start, String rule) {}
}
