package org.ezhili.points.internal.rest.activities;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person should look at.
 *
 * @param kind travel, device, circle or objection
 * @param state open, upheld or cleared
 * @param account whom it is about: the volunteer, or the coordinator of a circle
 * @param other who objects, or the volunteer of a circle
 * @param signup in question
 * @param before the sign-up before it, from which they would have had to come in time
 * @param times how often, or how many people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AnomalyJson(
        String id,
        String kind,
        String state,
        String street,
        String account,
        @Nullable String name,
        @Nullable String other,
        @Nullable String otherName,
        @Nullable String signup,
        @Nullable String before,
        @Nullable Long metres,
        @Nullable Long seconds,
        @Nullable Long times,
        @Nullable String reason,
        Instant foundAt,
        @Nullable String judgedBy,
        @Nullable Instant judgedAt,
        @Nullable String note) {}
