package org.ezhili.platform.security.internal.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ezhili.platform.AreaLevel;
import org.ezhili.platform.security.Account;
import org.ezhili.platform.security.Grant;
import org.ezhili.platform.security.Role;

/** Who may give which role where. Nobody gives a role above their own or outside their area. */
public final class GrantPolicy {

    private static final Map<Role, Set<Role>> GIVES = Map.of(
            Role.IT, Set.of(Role.values()),
            Role.STREET, Set.of(Role.WORKER, Role.RESIDENT));

    private static final Map<Role, Set<AreaLevel>> LEVELS = Map.of(
            Role.IT, Set.of(AreaLevel.DISTRICT),
            Role.DISTRICT, Set.of(AreaLevel.DISTRICT),
            Role.DEPARTMENT, Set.of(AreaLevel.DISTRICT, AreaLevel.STREET),
            Role.STREET, Set.of(AreaLevel.STREET),
            Role.COMMUNITY, Set.of(AreaLevel.COMMUNITY),
            Role.WORKER, Set.of(AreaLevel.COMMUNITY, AreaLevel.GRID),
            Role.RESIDENT, Set.of(AreaLevel.values()));

    private GrantPolicy() {}

    /** Whether the holder of {@code held} may give or take {@code grant}. */
    public static boolean mayGive(List<Grant> held, Grant grant) {
        return held.stream()
                .anyMatch(own -> own.area().contains(grant.area())
                        && GIVES.getOrDefault(own.role(), Set.of()).contains(grant.role()));
    }

    /** Whether the holder of {@code held} may change the account: everything it has is theirs to give. */
    public static boolean mayChange(List<Grant> held, Account account) {
        return !account.grants().isEmpty() && account.grants().stream().allMatch(grant -> mayGive(held, grant));
    }

    /** Whether a role is held for areas of this level at all: a street office for a street, a worker for grids. */
    public static boolean fits(Grant grant) {
        return LEVELS.getOrDefault(grant.role(), Set.of()).contains(grant.area().level());
    }
}
