package org.ezhili.platform.module;

import org.ezhili.platform.AreaCode;
import org.osgi.annotation.versioning.ProviderType;

/** Switches modules of streets in the house's own name, where no person does it: while a district is set up. Thread-safe. */
@ProviderType
public interface StreetModules {

    /** Turns a module on or off for a street; as it is already: nothing happens. */
    void turn(String module, AreaCode street, boolean on);
}
