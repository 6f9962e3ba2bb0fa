package org.ezhili.points.internal.domain.activities;

import java.util.Locale;

/** What somebody is in a team. */
public enum Standing {
    /** 队长. */
    LEADER,
    /** 队员. */
    MEMBER,
    /** 已申请: waits for the leader's word. */
    ASKED,
    NONE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
