package org.ezhili.points.internal.domain.ledger;

import java.util.Locale;

/** What a posting does. */
public enum PostingKind {
    EARN,
    HOLD,
    REDEEM,
    RELEASE,
    REVERSE,
    EXPIRE,
    /** An owner's points pay the owner's debt; it follows whatever gave points to who has a debt. */
    SETTLE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PostingKind ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
