package org.ezhili.platform.releases.internal.store;

import java.io.Serializable;
import java.util.Objects;

/** Primary key of {@link UpgradeNodeRow}; JPA wants a class with fields of the same names. */
class UpgradeNodeKey implements Serializable {

    private static final long serialVersionUID = 1;

    private long upgrade;
    private int node;

    UpgradeNodeKey() {}

    UpgradeNodeKey(long upgrade, int node) {
        this.upgrade = upgrade;
        this.node = node;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UpgradeNodeKey key && upgrade == key.upgrade && node == key.node;
    }

    @Override
    public int hashCode() {
        return Objects.hash(upgrade, node);
    }
}
