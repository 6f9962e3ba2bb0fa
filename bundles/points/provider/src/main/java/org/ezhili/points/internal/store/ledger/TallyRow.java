package org.ezhili.points.internal.store.ledger;

import java.time.YearMonth;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A part of what an account of a street adds up to in a month. */
@Entity
@Table(schema = "points", name = "tally")
class TallyRow {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "street")
    private String street;

    @Column(name = "kind")
    private String kind;

    @Column(name = "month")
    private int month;

    @Column(name = "amount")
    private long amount;

    static YearMonth yearMonth(int month) {
        return YearMonth.of(month / 100, month % 100);
    }

    TallyRow with(long otherId, long otherAmount) {
        TallyRow row = new TallyRow();
        row.id = otherId;
        row.street = street;
        row.kind = kind;
        row.month = month;
        row.amount = otherAmount;
        return row;
    }

    long amount() {
        return amount;
    }

    long id() {
        return id;
    }
}
