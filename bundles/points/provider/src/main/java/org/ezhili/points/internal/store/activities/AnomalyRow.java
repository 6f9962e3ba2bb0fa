package org.ezhili.points.internal.store.activities;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.persistence.InstantAttribute;
import org.ezhili.points.internal.domain.activities.Anomaly;
import org.ezhili.points.internal.domain.activities.Signup;
import org.ezhili.points.internal.domain.activities.Travel;

/** What a person should look at. It is inserted and never updated. */
@Entity
@Table(schema = "points", name = "anomaly")
class AnomalyRow {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "kind")
    private String kind;

    @Column(name = "street")
    private String street;

    @Column(name = "account")
    private String account;

    @Column(name = "signup_id")
    private long signup;

    @Column(name = "other_id")
    private long other;

    @Column(name = "metres")
    private long metres;

    @Column(name = "seconds")
    private long seconds;

    @Column(name = "found_at")
    @Convert(converter = InstantAttribute.class)
    private Instant foundAt;

    static AnomalyRow travel(long id, Signup signup, long other, Travel travel, Instant at) {
        AnomalyRow row = new AnomalyRow();
        row.id = id;
        row.kind = "travel";
        row.street = signup.street().digits();
        row.account = signup.account();
        row.signup = signup.id();
        row.other = other;
        row.metres = Math.round(travel.metres());
        row.seconds = travel.took().toSeconds();
        row.foundAt = at;
        return row;
    }

    Anomaly toDomain() {
        return new Anomaly(id, kind, AreaCode.of(street), account, signup, other, metres, seconds, foundAt);
    }
}
