package org.ezhili.platform.security.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** Written once, like the line that it seals. */
@Entity
@Table(schema = "security", name = "audit_seal")
class SealRow {

    @Id
    @Column(name = "place", updatable = false)
    private long place;

    @Column(name = "line", updatable = false)
    private long line;

    @Column(name = "hash", updatable = false)
    private String hash;

    protected SealRow() {}

    SealRow(long place, long line, String hash) {
        this.place = place;
        this.line = line;
        this.hash = hash;
    }

    long place() {
        return place;
    }

    long line() {
        return line;
    }

    String hash() {
        return hash;
    }
}
