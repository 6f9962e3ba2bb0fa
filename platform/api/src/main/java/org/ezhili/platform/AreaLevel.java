package org.ezhili.platform;

import java.util.Optional;

/** The tiers of the area tree, from the district down to one household, with the length of their codes in digits. */
public enum AreaLevel {
    /** 区: six digits, GB/T 2260. */
    DISTRICT(6),
    /** 街道, 镇: nine digits, national statistical division codes. */
    STREET(9),
    /** 社区, 村: twelve digits, national statistical division codes. */
    COMMUNITY(12),
    /** 网格: community code and a sequence of three digits. */
    GRID(15),
    /** 楼栋: grid code and three digits. */
    BUILDING(18),
    /** 单元: building code and two digits. */
    ENTRANCE(20),
    /** 户: entrance code and four digits. */
    HOUSEHOLD(24);

    private final int digits;

    AreaLevel(int digits) {
        this.digits = digits;
    }

    /** Length of a code of this level, in digits. */
    public int digits() {
        return digits;
    }

    /** The level whose codes have this many digits; empty when there is none. */
    public static Optional<AreaLevel> ofDigits(int digits) {
        for (AreaLevel level : values()) {
            if (level.digits == digits) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }

    /** The tier above; empty for the district. */
    public Optional<AreaLevel> above() {
        return ordinal() == 0 ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
    }
}
