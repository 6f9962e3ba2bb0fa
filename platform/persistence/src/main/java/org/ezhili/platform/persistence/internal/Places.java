package org.ezhili.platform.persistence.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many pieces of work each module may have under way at once. Thread-safe. */
final class Places {

    private final int perModule;
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();

    Places(int perModule) {
        this.perModule = perModule;
    }

    /** False when the module has as many under way as it may. */
    boolean take(String module) {
        boolean[] got = new boolean[1];
        taken.compute(module, (id, count) -> {
            int now = count == null ? 0 : count;
            got[0] = now < perModule;
            return got[0] ? Integer.valueOf(now + 1) : Integer.valueOf(now);
        });
        return got[0];
    }

    void leave(String module) {
        taken.computeIfPresent(module, (id, count) -> count > 1 ? count - 1 : null);
    }
}
