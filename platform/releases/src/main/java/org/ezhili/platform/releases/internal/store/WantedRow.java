package org.ezhili.platform.releases.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.osgi.framework.Version;

@Entity
@Table(schema = "releases", name = "wanted")
class WantedRow {

    @Id
    @Column(name = "module")
    private String module;

    @Column(name = "version")
    private String version;

    protected WantedRow() {}

    WantedRow(String module, Version version) {
        this.module = module;
        this.version = version.toString();
    }

    String module() {
        return module;
    }

    Version version() {
        return Version.parseVersion(version);
    }
}
