package org.ezhili.platform.modules.internal.store;

import java.io.Serializable;
import java.util.Objects;
import org.ezhili.platform.modules.internal.domain.settings.Scope;

/** Primary key of {@link SettingRow}; JPA wants a class with fields of the same names. */
class SettingKey implements Serializable {

    private static final long serialVersionUID = 1;

    private String area = "";
    private String module = "";

    SettingKey() {}

    SettingKey(Scope scope) {
        this.area = scope.area().digits();
        this.module = scope.module();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SettingKey key && area.equals(key.area) && module.equals(key.module);
    }

    @Override
    public int hashCode() {
        return Objects.hash(area, module);
    }
}
