package org.ezhili.points.internal.rest.rewards;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reward in the shop.
 *
 * @param open whether it can be exchanged now, if there are any left
 * @param waiting how many people wait for one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RewardJson(
        String id,
        String area,
        @Nullable String areaName,
        String kind,
        String title,
        String description,
        long price,
        int stock,
        int remaining,
        int waiting,
        int perPerson,
        Instant opensAt,
        Instant closesAt,
        int collectDays,
        @Nullable String picture,
        boolean offered,
        boolean withdrawn,
        boolean open,
        int version,
        List<MeetingJson> meetings) {

    /** One time that a course meets. */
    public record MeetingJson(String id, Instant startsAt, Instant endsAt, String place, boolean cancelled) {}
}
