package org.ezhili.points.internal.rest.activities;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A volunteer of a street. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VolunteerJson(
        String id,
        String account,
        @Nullable String name,
        String area,
        @Nullable String areaName,
        String kind,
        String state,
        List<String> skills,
        long minutes,
        int stars,
        Instant appliedAt,
        @Nullable String reason) {}
