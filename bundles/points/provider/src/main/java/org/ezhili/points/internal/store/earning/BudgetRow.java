package org.ezhili.points.internal.store.earning;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.ezhili.platform.persistence.InstantAttribute;
import org.ezhili.points.internal.domain.earning.Budget;

/** How many points a street may give in a year. What it has given is written by the ledger. */
@Entity
@IdClass(BudgetRowId.class)
@Table(schema = "points", name = "budget")
class BudgetRow {

    @Id
    @Column(name = "street")
    private String street;

    @Id
    @Column(name = "budget_year")
    private int year;

    @Column(name = "amount")
    private long amount;

    @Column(name = "given")
    private long given;

    @Column(name = "set_by")
    private String setBy;

    @Column(name = "set_at")
    @Convert(converter = InstantAttribute.class)
    private Instant setAt;

    static BudgetRow of(String street, int year, long amount, long given, String setBy, Instant setAt) {
        BudgetRow row = new BudgetRow();
        row.street = street;
        row.year = year;
        row.amount = amount;
        row.given = given;
        row.setBy = setBy;
        row.setAt = setAt;
        return row;
    }

    String street() {
        return street;
    }

    Budget toDomain() {
        return new Budget(year, amount, given);
    }
}
