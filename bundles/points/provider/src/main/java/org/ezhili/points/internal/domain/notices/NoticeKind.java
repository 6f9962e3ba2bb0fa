package org.ezhili.points.internal.domain.notices;

import java.util.Locale;

/** What somebody is told of. */
public enum NoticeKind {
    /** 已递补: the seat of a shift that they waited for is theirs. */
    MOVED_UP,
    /** 已代为报名: somebody else has signed them up for a shift, and they have a seat. */
    SIGNED_UP,
    /** As before, but they wait for a seat. */
    QUEUED,
    /** 时长已剔除: hours of theirs do not count, or count no longer; points given for them are taken back. */
    HOURS_STRUCK,
    /** 积分已收回: what they were given for does not hold any more. */
    POINTS_WITHDRAWN,
    /** 活动已取消. */
    ACTIVITY_CANCELLED,
    /** 已递补: the reward that they waited for is theirs, and its points are exchanged. */
    REWARD_SERVED,
    /** 递补机会已过: it was their turn, and they could not have it. */
    TURN_LOST,
    /** 兑换券即将过期. */
    VOUCHER_ENDING,
    /** 积分即将过期. */
    POINTS_ENDING,
    /** 志愿者申请已通过. */
    VOLUNTEER_APPROVED,
    /** 志愿者申请未通过. */
    VOLUNTEER_REFUSED,
    /** 有人申请入队: for the team's leader. */
    TEAM_ASKED,
    /** 已入队. */
    TEAM_JOINED,
    /** 入队申请未通过. */
    TEAM_DECLINED,
    /** 已移出团队. */
    TEAM_REMOVED,
    /** 成为队长. */
    TEAM_LEADER,
    /** 团队已解散. */
    TEAM_DISSOLVED;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static NoticeKind ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
