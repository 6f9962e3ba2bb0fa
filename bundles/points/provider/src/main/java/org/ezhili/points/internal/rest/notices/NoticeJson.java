package org.ezhili.points.internal.rest.notices;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is told.
 *
 * @param kind moved-up, signed-up, queued, activity-cancelled, hours-struck, points-withdrawn, reward-served, turn-lost,
 *     voucher-ending, points-ending, volunteer-approved, volunteer-refused, team-asked, team-joined, team-declined, team-removed, team-leader, team-dissolved
 * @param subject id of the activity, voucher, reward, volunteer or team; left out for points
 * @param title what that is called, or why it is so; of withdrawn points the kind of occasion that they were given for
 * @param points that it is about, or that are taken back with it
 * @param due when the shift begins, the voucher lapses, or the last day of the points begins
 * @param reason given by whoever has decided it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoticeJson(
        String id,
        String kind,
        String area,
        @Nullable String areaName,
        @Nullable String subject,
        String title,
        @Nullable Long points,
        @Nullable Instant due,
        @Nullable String reason,
        Instant toldAt,
        boolean read) {}
