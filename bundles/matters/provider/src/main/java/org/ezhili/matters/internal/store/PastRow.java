package org.ezhili.matters.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A matter that was taken over, by what the older system calls it. */
@Entity
@Table(schema = "matters", name = "past")
class PastRow {

    @Id
    @Column(name = "reference")
    private String reference;

    @Column(name = "matter_id")
    private long matter;

    static PastRow of(String reference, long matter) {
        PastRow row = new PastRow();
        row.reference = reference;
        row.matter = matter;
        return row;
    }
}
