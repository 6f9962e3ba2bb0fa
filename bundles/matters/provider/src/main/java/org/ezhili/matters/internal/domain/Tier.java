package org.ezhili.matters.internal.domain;

import java.util.Locale;
import java.util.Optional;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.security.Role;

/** How high a matter has been raised: who belongs to a lower tier decides nothing about it. */
public enum Tier {
    GRID,
    COMMUNITY,
    STREET,
    DISTRICT;

    /** Where a matter of this area begins. */
    public static Tier of(AreaCode area) {
        return switch (area.level()) {
            case DISTRICT -> DISTRICT;
            case STREET -> STREET;
            case COMMUNITY -> COMMUNITY;
            case GRID, BUILDING, ENTRANCE, HOUSEHOLD -> GRID;
        };
    }

    /** The tier that a role decides on; empty for roles that decide on none. */
    public static Optional<Tier> of(Role role) {
        return switch (role) {
            case WORKER -> Optional.of(GRID);
            case COMMUNITY -> Optional.of(COMMUNITY);
            case STREET -> Optional.of(STREET);
            case DISTRICT -> Optional.of(DISTRICT);
            case RESIDENT, DEPARTMENT, IT -> Optional.empty();
        };
    }

    public Optional<Tier> above() {
        return this == DISTRICT ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Tier ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
