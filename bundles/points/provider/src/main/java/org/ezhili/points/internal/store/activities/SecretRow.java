package org.ezhili.points.internal.store.activities;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.ezhili.platform.persistence.InstantAttribute;

/** A secret that all nodes share. */
@Entity
@Table(schema = "points", name = "secret")
class SecretRow {

    @Id
    @Column(name = "name")
    private String name;

    @Column(name = "secret")
    private String secret;

    @Column(name = "made_at")
    @Convert(converter = InstantAttribute.class)
    private Instant madeAt;

    static SecretRow of(String name, String secret, Instant at) {
        SecretRow row = new SecretRow();
        row.name = name;
        row.secret = secret;
        row.madeAt = at;
        return row;
    }

    String secret() {
        return secret;
    }
}
