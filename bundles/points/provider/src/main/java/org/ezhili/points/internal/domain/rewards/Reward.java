package org.ezhili.points.internal.domain.rewards;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;

/**
 * What points can be exchanged for.
 *
 * @param area the street whose own it is, or the district
 * @param remaining how many of the stock are still to be had
 * @param waiting how many people wait for one; what comes free is theirs
 * @param perPerson how many one person may have at most; 0: as many as they like
 * @param collectDays how long goods are kept for their holder
 * @param offered shown in the shop
 * @param withdrawn called off for good: what was exchanged is paid back
 */
public record Reward(
        long id,
        AreaCode area,
        RewardKind kind,
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
        Optional<String> picture,
        boolean offered,
        boolean withdrawn,
        int version,
        List<Meeting> meetings) {

    public Reward {
        meetings = List.copyOf(meetings);
    }

    /** The street whose points alone are good for it; empty: any. */
    public Optional<AreaCode> only() {
        return Optional.of(area).filter(code -> code.level() == AreaLevel.STREET);
    }

    public boolean isSoldOut() {
        return remaining == 0 || waiting > 0;
    }

    public boolean isOpen(Instant now) {
        return offered && !withdrawn && !now.isBefore(opensAt) && now.isBefore(closesAt);
    }

    /** Until when somebody who exchanges points now may collect: goods are kept some days, a course ends with its last meeting. */
    public Instant expiry(Instant now) {
        return held().map(Meeting::endsAt)
                .max(Comparator.naturalOrder())
                .orElse(now.plus(Duration.ofDays(collectDays)));
    }

    /** Until when it may be given back: a seat until the course begins. */
    public Instant cutOff(Instant now) {
        return held().map(Meeting::startsAt).min(Comparator.naturalOrder()).orElse(expiry(now));
    }

    private Stream<Meeting> held() {
        return meetings.stream().filter(meeting -> !meeting.cancelled());
    }
}
