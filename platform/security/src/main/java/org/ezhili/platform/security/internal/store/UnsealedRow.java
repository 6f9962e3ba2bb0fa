package org.ezhili.platform.security.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

@Entity
@Table(schema = "security", name = "audit_unsealed")
class UnsealedRow {

    @Id
    @Column(name = "line")
    private long line;

    protected UnsealedRow() {}

    UnsealedRow(long line) {
        this.line = line;
    }
}
