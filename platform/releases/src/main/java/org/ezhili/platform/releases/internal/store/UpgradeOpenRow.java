package org.ezhili.platform.releases.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A module that is on its way: the second who asks for it meets this row. */
@Entity
@Table(schema = "releases", name = "upgrade_open")
class UpgradeOpenRow {

    @Id
    @Column(name = "module")
    private String module;

    @Column(name = "upgrade_id")
    private long upgrade;

    protected UpgradeOpenRow() {}

    UpgradeOpenRow(String module, long upgrade) {
        this.module = module;
        this.upgrade = upgrade;
    }
}
