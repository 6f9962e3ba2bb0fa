package org.ezhili.grid;

import java.util.Locale;
import java.util.Optional;

/** Kinds of area. Above the grid level there is one kind only. */
public enum AreaKind {
    /** An administrative division: district, street, community. */
    DIVISION,
    /** 居住网格: a grid of homes. */
    RESIDENTIAL,
    /** 专属网格: a grid of one organisation, market, school or park. */
    DEDICATED,
    /** 微网格: a part of a residential grid. */
    MICRO,
    /** 楼栋. */
    BUILDING;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AreaKind> ofWord(String word) {
        for (AreaKind kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
