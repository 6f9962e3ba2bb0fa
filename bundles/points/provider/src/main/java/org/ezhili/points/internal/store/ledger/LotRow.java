package org.ezhili.points.internal.store.ledger;

import java.sql.Date;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.ezhili.platform.AreaCode;
import org.ezhili.points.internal.domain.ledger.Lot;

/** Points that were given together. It is read here; {@link Shelf} writes it. */
@Entity
@Table(schema = "points", name = "lot")
class LotRow {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "account_id")
    private long account;

    @Column(name = "street")
    private String street;

    @Column(name = "amount")
    private long amount;

    @Column(name = "remaining")
    private long remaining;

    @Column(name = "lapsed")
    private long lapsed;

    @Column(name = "used_up")
    private boolean usedUp;

    @Column(name = "expires_on")
    private Date expiresOn;

    @Column(name = "noticed")
    private boolean noticed;

    Lot toDomain() {
        return new Lot(id, account, AreaCode.of(street), amount, remaining, lapsed, expiresOn.toLocalDate());
    }
}
