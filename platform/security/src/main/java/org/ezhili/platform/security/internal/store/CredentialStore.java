package org.ezhili.platform.security.internal.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.security.internal.Build;
import org.ezhili.platform.security.internal.domain.Credential;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sessions and tokens that have been given out and not been taken back. Thread-safe. */
@Component(service = CredentialStore.class)
public final class CredentialStore {

    private final Database database;

    @Activate
    public CredentialStore(@Reference(target = "(" + Database.BUNDLE + "=" + Build.BUNDLE + ")") Database database) {
        this.database = database;
    }

    public void add(Credential credential) {
        database.write(work -> {
            work.entities().persist(CredentialRow.from(credential));
            return credential;
        });
    }

    public Optional<Credential> find(String digest) {
        return database.read(entities ->
                Optional.ofNullable(entities.find(CredentialRow.class, digest)).map(CredentialRow::toDomain));
    }

    /** Writes that it was used, unless another node has written so within {@code pause}. */
    public void seen(String digest, Instant now, Duration pause) {
        database.write(work -> work.entities()
                .createQuery(
                        "UPDATE CredentialRow c SET c.seenAt = :now WHERE c.digest = :digest AND c.seenAt <= :before")
                .setParameter("now", now)
                .setParameter("digest", digest)
                .setParameter("before", now.minus(pause))
                .executeUpdate());
    }

    public void revoke(String digest) {
        database.write(work -> work.entities()
                .createQuery("DELETE FROM CredentialRow c WHERE c.digest = :digest")
                .setParameter("digest", digest)
                .executeUpdate());
    }

    /** Takes back all of an account's but one; returns how many. */
    public int revokeAll(String account, Optional<String> except) {
        return database.write(work -> work.entities()
                .createQuery("DELETE FROM CredentialRow c WHERE c.account = :account AND c.digest <> :except")
                .setParameter("account", account)
                .setParameter("except", except.orElse("-"))
                .executeUpdate());
    }

    /** Forgets what has expired; returns how many. */
    public int purge(Instant now) {
        return database.write(work -> work.entities()
                .createQuery("DELETE FROM CredentialRow c WHERE c.expiresAt <= :now")
                .setParameter("now", now)
                .executeUpdate());
    }
}
