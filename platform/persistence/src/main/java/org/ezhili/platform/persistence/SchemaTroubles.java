package org.ezhili.platform.persistence;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.Bundle;

/** Why a bundle has not got its {@link Database}. Thread-safe. */
@ProviderType
public interface SchemaTroubles {

    /** What was wrong with a schema step of this bundle, which left nothing behind; empty while nothing is known to be wrong. */
    Optional<String> of(Bundle bundle);

    /** Whether schema steps of this bundle are still to be taken; false for one that has none. */
    boolean isPending(Bundle bundle);
}
