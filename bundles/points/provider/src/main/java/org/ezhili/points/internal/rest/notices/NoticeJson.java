package org.ezhili.points.internal.rest.notices;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is told.
 *
 * @param kind moved-up, signed-up, queued, activity-cancelled, reward-served, turn-lost, voucher-ending, points-ending,
 *     volunteer-approved, volunteer-refused, team-asked, team-joined, team-declined, team-removed, team-leader, team-dissolved
 * @param subject id of the activity, voucher, reward, volunteer or team; left out for points
 * @param title what that is called, or why it is so
 * @param points that it is about
 * @param due when the shift begins, the voucher lapses, or the last day of the points begins
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
        Instant toldAt,
        boolean read) {}
