package org.ezhili.platform.persistence;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.Bundle;

/** Why a bundle did not get its {@link Database}. Thread-safe. */
@ProviderType
public interface SchemaTroubles {

    /** What was wrong with a schema step of this bundle, which left nothing behind; empty while nothing is known to be wrong. */
    Optional<String> of(Bundle bundle);
}
