package org.ezhili.platform.modules.internal.store;

import java.io.Serializable;
import java.util.Objects;

/** Primary key of {@link SettingVersionRow}; JPA wants a class with fields of the same names. */
class SettingVersionKey implements Serializable {

    private static final long serialVersionUID = 1;

    private String area = "";
    private String module = "";
    private int version;

    SettingVersionKey() {}

    SettingVersionKey(String area, String module, int version) {
        this.area = area;
        this.module = module;
        this.version = version;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SettingVersionKey key
                && area.equals(key.area)
                && module.equals(key.module)
                && version == key.version;
    }

    @Override
    public int hashCode() {
        return Objects.hash(area, module, version);
    }
}
