package org.ezhili.platform.security.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.ezhili.platform.persistence.InstantAttribute;
import org.ezhili.platform.security.Account;
import org.ezhili.platform.security.Grant;
import org.ezhili.platform.security.internal.domain.AccountEntry;
import org.jspecify.annotations.Nullable;

@Entity
@Table(schema = "security", name = "account")
class AccountRow {

    @Id
    @Column(name = "account")
    private String account;

    @Column(name = "name")
    private String name;

    @Column(name = "password")
    private @Nullable String password;

    @Column(name = "created_at")
    @Convert(converter = InstantAttribute.class)
    private Instant createdAt;

    @Column(name = "closed_at")
    @Convert(converter = InstantAttribute.class)
    private @Nullable Instant closedAt;

    @Version
    @Column(name = "version")
    private long version;

    protected AccountRow() {}

    AccountRow(String account, String name, @Nullable String password, Instant createdAt) {
        this.account = account;
        this.name = name;
        this.password = password;
        this.createdAt = createdAt;
    }

    String account() {
        return account;
    }

    String name() {
        return name;
    }

    boolean isActive() {
        return closedAt == null;
    }

    Optional<String> password() {
        return Optional.ofNullable(password);
    }

    void rename(String other) {
        name = other;
    }

    void open() {
        closedAt = null;
    }

    void close(Instant at) {
        closedAt = closedAt == null ? at : closedAt;
    }

    void setPassword(String hash) {
        password = hash;
    }

    Account toDomain(List<Grant> grants) {
        return new Account(account, name, grants, isActive());
    }

    AccountEntry toEntry(List<Grant> grants) {
        return new AccountEntry(toDomain(grants), password != null);
    }
}
