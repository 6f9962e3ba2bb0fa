package org.ezhili.platform.modules.internal.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.modules.internal.domain.Switch;
import org.ezhili.platform.persistence.InstantAttribute;

@Entity
@IdClass(SwitchKey.class)
@Table(schema = "modules", name = "street_module")
class SwitchRow {

    @Id
    @Column(name = "street")
    private String street;

    @Id
    @Column(name = "module")
    private String module;

    @Column(name = "enabled")
    private boolean enabled;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    @Convert(converter = InstantAttribute.class)
    private Instant changedAt;

    protected SwitchRow() {}

    SwitchRow(Switch key) {
        this.street = key.street().digits();
        this.module = key.module();
        this.enabled = true;
    }

    static SwitchKey key(Switch key) {
        return new SwitchKey(key.street().digits(), key.module());
    }

    boolean isEnabled() {
        return enabled;
    }

    void turn(boolean on, String by, Instant at) {
        enabled = on;
        changedBy = by;
        changedAt = at;
    }

    Switch toDomain() {
        return new Switch(AreaCode.of(street), module);
    }
}
