package org.ezhili.platform.security.internal.store;

import java.util.Optional;
import java.util.Set;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.security.Role;

/**
 * Which accounts are asked for.
 *
 * @param areas accounts with a grant in one of these
 * @param role of that grant
 * @param start how the account or its name begins
 * @param activeOnly leaves out closed ones
 */
public record AccountQuery(Set<AreaCode> areas, Optional<Role> role, Optional<String> start, boolean activeOnly) {

    public static AccountQuery holding(Role role, AreaCode area) {
        return new AccountQuery(Set.of(area), Optional.of(role), Optional.empty(), true);
    }
}
