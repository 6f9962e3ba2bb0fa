package org.ezhili.points.internal.domain.ledger;

import java.util.Locale;

/** The accounts of the ledger. All of them together are zero at all times. */
public enum AccountKind {
    /** What a volunteer, or a unit, can spend: never negative. */
    OWNER,
    /** What an owner has spent and must give back: never positive. */
    DEBT,
    /** What a street has given: never positive. */
    ISSUER,
    /** What is promised to rewards: never negative. */
    ESCROW,
    /** What rewards were given for: never negative. */
    REDEEMED,
    /** What has lapsed: never negative. */
    EXPIRED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static AccountKind ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Belongs to one owner; the others belong to a street. */
    public boolean isPersonal() {
        return this == OWNER || this == DEBT;
    }
}
