package org.ezhili.platform.module;

import java.util.Set;
import org.ezhili.platform.AreaCode;
import org.osgi.annotation.versioning.ProviderType;

/** Which modules a street has. Answers come from memory; a change is seen on every node within a second. Thread-safe. */
@ProviderType
public interface Switches {

    /** Whether {@code module} is on for the street of {@code area}; always true above the streets. */
    boolean isOn(String module, AreaCode area);

    /** The streets for which {@code module} is off. */
    Set<AreaCode> offStreets(String module);
}
