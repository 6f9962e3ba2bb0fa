package org.ezhili.points.internal.rest.activities;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An activity.
 *
 * @param state published or cancelled
 * @param reason why it was cancelled
 * @param metres from where the caller is; only when they have said where
 * @param mine the caller's own sign-ups; only when one activity is asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActivityJson(
        String id,
        String area,
        @Nullable String areaName,
        String title,
        String description,
        String category,
        double lon,
        double lat,
        int fence,
        String state,
        @Nullable String reason,
        Instant publishedAt,
        List<TurnJson> shifts,
        @Nullable List<SignupJson> mine,
        @Nullable Long metres) {

    /** A shift and its seats. */
    public record TurnJson(String id, Instant startsAt, Instant endsAt, List<TakenJson> quotas) {}

    /** Seats, and how many of them are taken. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TakenJson(@Nullable String skill, int seats, int taken) {}
}
