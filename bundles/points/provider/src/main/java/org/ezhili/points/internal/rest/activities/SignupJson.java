package org.ezhili.points.internal.rest.activities;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One volunteer in one shift.
 *
 * @param title of the activity
 * @param startsAt when the shift does
 * @param endsAt when the shift does
 * @param minutes served, once they have checked out
 * @param countsAt from when on the hours count
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SignupJson(
        String id,
        String activity,
        String shift,
        String title,
        Instant startsAt,
        Instant endsAt,
        @Nullable String skill,
        String account,
        @Nullable String name,
        String state,
        @Nullable Instant checkedInAt,
        @Nullable Instant checkedOutAt,
        int minutes,
        @Nullable Instant countsAt) {}
