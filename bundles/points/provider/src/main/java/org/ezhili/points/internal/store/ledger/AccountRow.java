package org.ezhili.points.internal.store.ledger;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.ezhili.platform.persistence.InstantAttribute;
import org.ezhili.points.Balance;

/** Who has points. It is read here; {@link Shelf} writes it. */
@Entity
@Table(schema = "points", name = "account")
class AccountRow {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "owner")
    private String owner;

    @Column(name = "balance")
    private long balance;

    @Column(name = "held")
    private long held;

    @Column(name = "debt")
    private long debt;

    @Column(name = "opened_at")
    @Convert(converter = InstantAttribute.class)
    private Instant openedAt;

    long id() {
        return id;
    }

    Balance toBalance() {
        return new Balance(balance, held, debt);
    }
}
