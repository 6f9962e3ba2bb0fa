package org.ezhili.platform.gateway.internal.guard;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ezhili.platform.LocalText;

/**
 * To which bundle a module's id belongs: to the house's own {@code org.ezhili.<id>…} if there is one, else to the first that had
 * it. Versions of one bundle share an id; nobody else takes it over, not even while its owner is away. Thread-safe.
 */
public final class Owners {

    /** First parts of the door's own addresses, and what its figures stand under. */
    private static final Set<String> RESERVED =
            Set.of("api", "app", "door", "health", "metrics", "openapi", "setup", "ui");

    private static final String HOUSE = "org.ezhili.";

    private final Map<String, String> owners = new HashMap<>();

    /** Asks for an id in a bundle's name; why not, when it belongs to another. */
    public synchronized Optional<LocalText> claim(String id, String bundle) {
        if (RESERVED.contains(id)) {
            return Optional.of(LocalText.of("标识“" + id + "”由平台使用", "the id \"" + id + "\" is the platform's own"));
        }
        String owner = owners.get(id);
        if (owner == null || (isHouse(id, bundle) && !isHouse(id, owner))) {
            owners.put(id, bundle);
            return Optional.empty();
        }
        return owner.equals(bundle) ? Optional.empty() : Optional.of(taken(id, owner));
    }

    public synchronized boolean owns(String id, String bundle) {
        return bundle.equals(owners.get(id));
    }

    public static LocalText taken(String id, String owner) {
        return LocalText.of("标识“" + id + "”属于 " + owner, "the id \"" + id + "\" belongs to " + owner);
    }

    public synchronized LocalText taken(String id) {
        return taken(id, String.valueOf(owners.get(id)));
    }

    /** Whether the bundle is the house's own for that id. */
    public static boolean isHouse(String id, String bundle) {
        return bundle.startsWith(HOUSE + id + ".") || bundle.startsWith(HOUSE + "platform.");
    }
}
