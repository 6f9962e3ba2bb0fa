package org.ezhili.platform.security.internal.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.ezhili.platform.persistence.InstantAttribute;

@Entity
@Table(schema = "security", name = "setup_link")
class SetupRow {

    @Id
    @Column(name = "digest")
    private String digest;

    @Column(name = "made_at")
    @Convert(converter = InstantAttribute.class)
    private Instant madeAt;

    protected SetupRow() {}

    SetupRow(String digest, Instant madeAt) {
        this.digest = digest;
        this.madeAt = madeAt;
    }
}
