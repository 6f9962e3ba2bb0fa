package org.ezhili.platform.modules.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

@Entity
@Table(schema = "modules", name = "revision")
class RevisionRow {

    @Id
    @Column(name = "id")
    private int id;

    @Column(name = "changes")
    private long changes;

    protected RevisionRow() {}

    long changes() {
        return changes;
    }
}
