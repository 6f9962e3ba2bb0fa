package org.ezhili.platform.security.internal.store;

import java.time.Instant;
import java.util.Locale;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.ezhili.platform.persistence.InstantAttribute;
import org.ezhili.platform.security.internal.domain.Credential;

@Entity
@Table(schema = "security", name = "credential")
class CredentialRow {

    @Id
    @Column(name = "digest")
    private String digest;

    @Column(name = "kind")
    private String kind;

    @Column(name = "account")
    private String account;

    @Column(name = "made_at")
    @Convert(converter = InstantAttribute.class)
    private Instant madeAt;

    @Column(name = "expires_at")
    @Convert(converter = InstantAttribute.class)
    private Instant expiresAt;

    @Column(name = "seen_at")
    @Convert(converter = InstantAttribute.class)
    private Instant seenAt;

    protected CredentialRow() {}

    static CredentialRow from(Credential credential) {
        CredentialRow row = new CredentialRow();
        row.digest = credential.digest();
        row.kind = credential.kind().name().toLowerCase(Locale.ROOT);
        row.account = credential.account();
        row.madeAt = credential.seenAt();
        row.expiresAt = credential.expiresAt();
        row.seenAt = credential.seenAt();
        return row;
    }

    Credential toDomain() {
        return new Credential(
                digest, Credential.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), account, expiresAt, seenAt);
    }
}
