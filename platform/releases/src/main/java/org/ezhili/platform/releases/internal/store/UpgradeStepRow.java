package org.ezhili.platform.releases.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.ezhili.platform.releases.internal.walk.Step;
import org.osgi.framework.Version;

@Entity
@IdClass(UpgradePartKey.class)
@Table(schema = "releases", name = "upgrade_step")
class UpgradeStepRow {

    @Id
    @Column(name = "upgrade_id")
    private long upgrade;

    @Id
    @Column(name = "module")
    private String module;

    @Column(name = "from_version")
    private String fromVersion;

    @Column(name = "to_version")
    private String toVersion;

    protected UpgradeStepRow() {}

    UpgradeStepRow(long upgrade, Step step) {
        this.upgrade = upgrade;
        this.module = step.module();
        this.fromVersion = step.from().toString();
        this.toVersion = step.to().toString();
    }

    long upgrade() {
        return upgrade;
    }

    Step toDomain() {
        return new Step(module, Version.parseVersion(fromVersion), Version.parseVersion(toVersion));
    }
}
