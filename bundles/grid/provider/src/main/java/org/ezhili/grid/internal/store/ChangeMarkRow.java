package org.ezhili.grid.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** The one row that numbers the changes of the tree. */
@Entity(name = "GridChangeMark")
@Table(schema = "grid", name = "change_mark")
class ChangeMarkRow {

    static final int ONLY = 1;

    @Id
    @Column(name = "id")
    private int id;

    @Column(name = "number")
    private long number;

    protected ChangeMarkRow() {}

    long number() {
        return number;
    }

    long advance() {
        number++;
        return number;
    }
}
