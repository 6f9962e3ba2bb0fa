package org.ezhili.matters.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of a history. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepJson(
        Instant at,
        String actor,
        @Nullable String actorName,
        String action,
        @Nullable String from,
        String to,
        String tier,
        @Nullable String handler,
        @Nullable String handlerName,
        @Nullable String reason,
        @Nullable String note,
        List<String> photos) {}
