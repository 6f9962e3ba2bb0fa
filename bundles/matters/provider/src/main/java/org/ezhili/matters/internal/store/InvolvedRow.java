package org.ezhili.matters.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** Somebody to whom a matter is or was given. */
@Entity
@IdClass(InvolvedRowId.class)
@Table(schema = "matters", name = "involved")
class InvolvedRow {

    @Id
    @Column(name = "account")
    private String account;

    @Id
    @Column(name = "matter_id")
    private long matter;

    static InvolvedRow of(String account, long matter) {
        InvolvedRow row = new InvolvedRow();
        row.account = account;
        row.matter = matter;
        return row;
    }
}
