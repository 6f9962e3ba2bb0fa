package org.ezhili.platform.security.internal.domain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.module.Permission;
import org.ezhili.platform.security.Grant;

/** What roles amount to: the permissions that the modules declare, for the areas of the grants. */
public final class PermissionRules {

    private PermissionRules() {}

    /** Ids of permissions, each with the areas for which it is held; an area inside another held one is left out. */
    public static Map<String, Set<AreaCode>> of(Collection<Permission> declared, List<Grant> grants) {
        Map<String, Set<AreaCode>> held = new LinkedHashMap<>();
        for (Permission permission : declared) {
            Set<AreaCode> areas = new LinkedHashSet<>();
            for (Grant grant : grants) {
                if (permission.roles().contains(grant.role())) {
                    areas.add(grant.area());
                }
            }
            if (!areas.isEmpty()) {
                held.merge(permission.id(), areas, PermissionRules::union);
            }
        }
        held.replaceAll((id, areas) -> outermost(areas));
        return held;
    }

    private static Set<AreaCode> union(Set<AreaCode> one, Set<AreaCode> other) {
        Set<AreaCode> both = new LinkedHashSet<>(one);
        both.addAll(other);
        return both;
    }

    private static Set<AreaCode> outermost(Set<AreaCode> areas) {
        Set<AreaCode> kept = new LinkedHashSet<>();
        for (AreaCode area : areas) {
            if (areas.stream().noneMatch(other -> !other.equals(area) && other.contains(area))) {
                kept.add(area);
            }
        }
        return Set.copyOf(kept);
    }
}
