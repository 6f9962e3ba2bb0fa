package org.ezhili.points.internal.domain.rewards;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ezhili.platform.AreaCode;

/** Rewards as tests need them. */
public final class Courses {

    public static final AreaCode EAST = AreaCode.of("340603002");
    public static final AreaCode WEST = AreaCode.of("340603003");
    public static final AreaCode DISTRICT = AreaCode.of("340603");
    public static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    private Courses() {}

    /** Open from an hour ago, for a week; 30 points. */
    public static RewardDraft goods(AreaCode area, int stock, int perPerson) {
        return new RewardDraft(
                area,
                RewardKind.GOODS,
                "洗衣液",
                "两升",
                30,
                stock,
                perPerson,
                NOW.minusSeconds(3600),
                NOW.plus(Duration.ofDays(7)),
                14,
                Optional.empty(),
                true,
                List.of());
    }

    public static RewardDraft priced(RewardDraft draft, long price) {
        return new RewardDraft(
                draft.area(),
                draft.kind(),
                draft.title(),
                draft.description(),
                price,
                draft.stock(),
                draft.perPerson(),
                draft.opensAt(),
                draft.closesAt(),
                draft.collectDays(),
                draft.picture(),
                draft.offered(),
                draft.meetings());
    }

    public static RewardDraft course(AreaCode area, int seats, RewardDraft.MeetingDraft... meetings) {
        return new RewardDraft(
                area,
                RewardKind.COURSE,
                "书法班; 初级, 一\\二",
                "",
                30,
                seats,
                1,
                NOW.minusSeconds(3600),
                NOW.plus(Duration.ofDays(7)),
                14,
                Optional.empty(),
                true,
                List.of(meetings));
    }

    public static RewardDraft.MeetingDraft meeting(int day) {
        Instant start = NOW.plus(Duration.ofDays(day));
        return new RewardDraft.MeetingDraft(Optional.empty(), start, start.plusSeconds(5400), "文化站二楼");
    }

    public static Reward reward(List<Meeting> meetings) {
        RewardDraft draft = course(EAST, 10, meeting(8));
        return new Reward(
                1,
                draft.area(),
                draft.kind(),
                draft.title(),
                "",
                30,
                10,
                10,
                0,
                1,
                draft.opensAt(),
                draft.closesAt(),
                14,
                Optional.empty(),
                true,
                false,
                1,
                meetings);
    }
}
