package org.ezhili.platform.security;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ezhili.platform.AreaCode;

/**
 * Who makes a request, as the session says, never as a parameter says. Immutable. A resource method gets it as a parameter
 * marked {@code @Context}.
 *
 * @param account name of the account; empty for nobody
 * @param name shown to people
 * @param grants roles and where
 * @param permissions ids of permissions, each with the areas for which it is held
 */
public record Caller(String account, String name, List<Grant> grants, Map<String, Set<AreaCode>> permissions) {

    private static final Caller NOBODY = new Caller("", "", List.of(), Map.of());

    public Caller {
        grants = List.copyOf(grants);
        permissions = Map.copyOf(permissions);
    }

    /** Somebody who is not signed in. */
    public static Caller nobody() {
        return NOBODY;
    }

    public boolean isNobody() {
        return account.isEmpty();
    }

    /** Has the permission for some area. */
    public boolean may(String permission) {
        return permissions.containsKey(permission);
    }

    /** Has the permission for an area that contains {@code area}. */
    public boolean may(String permission, AreaCode area) {
        return areas(permission).stream().anyMatch(held -> held.contains(area));
    }

    /** The areas for which the permission is held; empty when it is not. */
    public Set<AreaCode> areas(String permission) {
        return permissions.getOrDefault(permission, Set.of());
    }

    public boolean has(Role role) {
        return grants.stream().anyMatch(grant -> grant.role() == role);
    }

    /** Holds {@code role} for an area that contains {@code area}. */
    public boolean has(Role role, AreaCode area) {
        return grants.stream()
                .anyMatch(grant -> grant.role() == role && grant.area().contains(area));
    }
}
