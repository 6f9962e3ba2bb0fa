package org.ezhili.platform.module;

import java.util.List;
import java.util.Set;
import org.ezhili.platform.LocalText;

/**
 * What a module says of itself.
 *
 * @param id lower-case word, the same in every version; first part of its addresses and permissions
 * @param version of the bundle that provides it
 * @param title shown to people
 * @param needs ids of the modules without which it cannot work
 * @param permissions what callers can be allowed to do in it
 * @param switchable whether a street can do without it; the core cannot be switched off
 */
public record ModuleInfo(
        String id,
        String version,
        LocalText title,
        Set<String> needs,
        List<Permission> permissions,
        boolean switchable) {

    public ModuleInfo {
        if (!id.matches("[a-z][a-z-]{1,30}")) {
            throw new IllegalArgumentException("not a module id: " + id);
        }
        if (!version.matches("[0-9]{1,9}(\\.[0-9]{1,9}(\\.[0-9]{1,9}(\\.[A-Za-z0-9_-]+)?)?)?")) {
            throw new IllegalArgumentException("not a version: " + version);
        }
        needs = Set.copyOf(needs);
        permissions = List.copyOf(permissions);
    }
}
