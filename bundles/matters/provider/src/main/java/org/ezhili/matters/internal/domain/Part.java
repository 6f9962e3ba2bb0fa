package org.ezhili.matters.internal.domain;

import java.util.EnumSet;
import java.util.Set;
import org.ezhili.platform.security.Role;

/** As who somebody acts on one matter. One person may have several parts. */
public enum Part {
    /** Who reported it. */
    REPORTER,
    /** Whom it was given to. */
    HANDLER,
    /** A worker whose grid it lies in, as long as it has not been raised above the grid. */
    WORKER,
    /** The community it lies in, as long as it has not been raised above the community. */
    COMMUNITY,
    /** The street it lies in, as long as it has not been raised above the street. */
    STREET,
    /** The district it lies in. */
    DISTRICT;

    /** Those who decide: accept, dispatch, verify, close. */
    public static final Set<Part> DECIDING = Set.copyOf(EnumSet.of(COMMUNITY, STREET, DISTRICT));

    static Part of(Tier tier) {
        return switch (tier) {
            case GRID -> WORKER;
            case COMMUNITY -> COMMUNITY;
            case STREET -> STREET;
            case DISTRICT -> DISTRICT;
        };
    }

    /** Whether this role sees all matters of its area. */
    public static boolean oversees(Role role) {
        return Tier.of(role).isPresent();
    }
}
