package org.ezhili.platform.module;

import java.util.Set;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.security.Role;

/**
 * Something a caller may be allowed to do in a module.
 *
 * @param id {@code <module>.<verb>}
 * @param title shown where roles are explained
 * @param roles who has it, each within the area of the grant
 */
public record Permission(String id, LocalText title, Set<Role> roles) {

    public Permission {
        roles = Set.copyOf(roles);
    }

    public static Permission of(String id, String zh, String en, Role... roles) {
        return new Permission(id, LocalText.of(zh, en), Set.of(roles));
    }
}
