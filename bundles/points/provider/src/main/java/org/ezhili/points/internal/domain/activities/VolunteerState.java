package org.ezhili.points.internal.domain.activities;

import java.util.Locale;
import java.util.Optional;

/** How far somebody is on the way into a street's volunteers, or out. */
public enum VolunteerState {
    /** 已申请. */
    APPLIED,
    /** 已通过: may sign up for shifts. */
    APPROVED,
    /** 未通过: may apply again. */
    REFUSED,
    /** 已退出: may apply again; hours and points stay. */
    LEFT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean mayApply() {
        return this == REFUSED || this == LEFT;
    }

    public static Optional<VolunteerState> ofWord(String word) {
        for (VolunteerState state : values()) {
            if (state.word().equals(word)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
