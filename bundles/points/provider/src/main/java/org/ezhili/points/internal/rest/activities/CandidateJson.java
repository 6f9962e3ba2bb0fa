package org.ezhili.points.internal.rest.activities;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A volunteer to choose: no more than tells one from another. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CandidateJson(
        String account,
        @Nullable String name,
        String area,
        @Nullable String areaName) {}
