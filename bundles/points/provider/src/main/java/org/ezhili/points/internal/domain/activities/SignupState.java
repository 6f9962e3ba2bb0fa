package org.ezhili.points.internal.domain.activities;

import java.util.Locale;

/** From signing up to hours that count. */
public enum SignupState {
    /** 候补: moves up when a seat becomes free. */
    WAITING,
    /** 已报名: has a seat. */
    SEATED,
    /** 已签到. */
    PRESENT,
    /** 公示中: checked out; the hours are public and do not count yet. */
    SERVED,
    /** 已计时: the hours count, and points were given by the street's rules. */
    COUNTED,
    /** 已剔除: a coordinator has struck the hours while they were public. */
    STRUCK,
    /** 已取消报名. */
    LEFT,
    /** 活动取消. */
    CANCELLED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static SignupState ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
