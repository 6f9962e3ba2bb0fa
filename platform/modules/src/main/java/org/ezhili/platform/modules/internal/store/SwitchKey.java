package org.ezhili.platform.modules.internal.store;

import java.io.Serializable;
import java.util.Objects;

/** Primary key of {@link SwitchRow}; JPA wants a class with fields of the same names. */
class SwitchKey implements Serializable {

    private static final long serialVersionUID = 1;

    private String street = "";
    private String module = "";

    SwitchKey() {}

    SwitchKey(String street, String module) {
        this.street = street;
        this.module = module;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SwitchKey key && street.equals(key.street) && module.equals(key.module);
    }

    @Override
    public int hashCode() {
        return Objects.hash(street, module);
    }
}
