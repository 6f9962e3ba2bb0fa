package org.ezhili.platform.security.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.ezhili.platform.persistence.InstantAttribute;
import org.ezhili.platform.security.internal.domain.Tries;
import org.jspecify.annotations.Nullable;

@Entity
@Table(schema = "security", name = "sign_in_tries")
class TriesRow {

    @Id
    @Column(name = "name_digest")
    private String nameDigest;

    @Column(name = "failed")
    private int failed;

    @Column(name = "since")
    @Convert(converter = InstantAttribute.class)
    private Instant since;

    @Column(name = "locked_until")
    @Convert(converter = InstantAttribute.class)
    private @Nullable Instant lockedUntil;

    protected TriesRow() {}

    TriesRow(String nameDigest, Tries tries) {
        this.nameDigest = nameDigest;
        this.since = tries.since();
        take(tries);
    }

    final void take(Tries tries) {
        failed = tries.failed();
        since = tries.since();
        lockedUntil = tries.lockedUntil().orElse(null);
    }

    Tries toDomain() {
        return new Tries(failed, since, Optional.ofNullable(lockedUntil));
    }
}
