package org.ezhili.platform.releases.internal.store;

import java.io.Serializable;
import java.util.Objects;

/** Primary key of {@link UpgradeStepRow}; JPA wants a class with fields of the same names. */
class UpgradePartKey implements Serializable {

    private static final long serialVersionUID = 1;

    private long upgrade;
    private String module = "";

    UpgradePartKey() {}

    UpgradePartKey(long upgrade, String module) {
        this.upgrade = upgrade;
        this.module = module;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UpgradePartKey key && upgrade == key.upgrade && module.equals(key.module);
    }

    @Override
    public int hashCode() {
        return Objects.hash(upgrade, module);
    }
}
