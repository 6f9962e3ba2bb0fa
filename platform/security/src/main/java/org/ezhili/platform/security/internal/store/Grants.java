package org.ezhili.platform.security.internal.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;
import org.ezhili.platform.security.Grant;

/** Reads the grants of many accounts in one query. */
final class Grants {

    private Grants() {}

    static Map<String, List<Grant>> of(EntityManager entities, Collection<String> accounts) {
        Map<String, List<Grant>> grants = new HashMap<>();
        if (accounts.isEmpty()) {
            return grants;
        }
        entities.createQuery(
                        "SELECT g FROM GrantRow g WHERE g.account IN :asked ORDER BY g.account, g.area, g.role",
                        GrantRow.class)
                .setParameter("asked", accounts)
                .getResultList()
                .forEach(row -> grants.computeIfAbsent(row.account(), account -> new ArrayList<>())
                        .add(row.toDomain()));
        return grants;
    }
}
