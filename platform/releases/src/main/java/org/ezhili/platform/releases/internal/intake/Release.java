package org.ezhili.platform.releases.internal.intake;

import java.util.Optional;
import org.osgi.framework.Version;

/**
 * One version of one module that can be installed here.
 *
 * @param features {@code mvn:} address of its features repository, which holds the one feature {@code ezhili-<module>}
 * @param arrival how it came; empty for what came with the distribution
 */
public record Release(String module, Version version, String features, Optional<Arrival> arrival) {

    /** Name of its feature. */
    public String feature() {
        return "ezhili-" + module;
    }

    /** Came with the distribution: needs no signature, and cannot be taken away. */
    public boolean isBuiltIn() {
        return arrival.isEmpty();
    }

    @Override
    public String toString() {
        return module + "/" + version;
    }
}
