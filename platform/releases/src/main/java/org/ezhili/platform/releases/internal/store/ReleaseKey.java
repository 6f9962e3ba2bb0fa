package org.ezhili.platform.releases.internal.store;

import java.io.Serializable;
import java.util.Objects;

/** Primary key of {@link ReleaseRow}; JPA wants a class with fields of the same names. */
class ReleaseKey implements Serializable {

    private static final long serialVersionUID = 1;

    private String module = "";
    private String version = "";

    ReleaseKey() {}

    ReleaseKey(String module, String version) {
        this.module = module;
        this.version = version;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReleaseKey key && key.module.equals(module) && key.version.equals(version);
    }

    @Override
    public int hashCode() {
        return Objects.hash(module, version);
    }
}
