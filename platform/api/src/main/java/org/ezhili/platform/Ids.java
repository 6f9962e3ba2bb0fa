package org.ezhili.platform;

import org.osgi.annotation.versioning.ProviderType;

/** Makes ids of rows: time-ordered, 64 bits, unique over all nodes (TSID). On the wire an id is a string of decimal digits. Thread-safe. */
@ProviderType
public interface Ids {
    long next();
}
