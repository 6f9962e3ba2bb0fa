package org.ezhili.matters.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A change of how many matters are in a state, or the sum of such changes. */
@Entity
@Table(schema = "matters", name = "tally")
class TallyRow {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "area")
    private String area;

    @Column(name = "state")
    private String state;

    @Column(name = "amount")
    private int amount;

    static TallyRow of(long id, String area, String state, int amount) {
        TallyRow row = new TallyRow();
        row.id = id;
        row.area = area;
        row.state = state;
        row.amount = amount;
        return row;
    }
}
