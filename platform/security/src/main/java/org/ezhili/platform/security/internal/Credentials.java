package org.ezhili.platform.security.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.ezhili.platform.security.internal.domain.Credential;
import org.ezhili.platform.security.internal.domain.Secret;
import org.ezhili.platform.security.internal.store.CredentialStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives out sessions and tokens and takes them back. Thread-safe. */
@Component(service = Credentials.class)
public final class Credentials {

    private final CredentialStore store;
    private final CallerCache cache;
    private final SecurityRules rules;
    private final Clock clock;

    @Activate
    public Credentials(
            @Reference CredentialStore store,
            @Reference CallerCache cache,
            @Reference SecurityRules rules,
            @Reference Clock clock) {
        this.store = store;
        this.cache = cache;
        this.rules = rules;
        this.clock = clock;
    }

    /** What was given out; the secret is never seen again. */
    public record Issued(Secret secret, Instant expiresAt) {}

    public Issued issue(Credential.Kind kind, String account) {
        Secret secret = Secret.random();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant expiresAt = now.plus(rules.life(kind));
        store.add(new Credential(secret.digest(), kind, account, expiresAt, now));
        return new Issued(secret, expiresAt);
    }

    public void revoke(Secret secret) {
        store.revoke(secret.digest());
        cache.clear();
    }

    /** Takes back all that the account holds, except, when given, what its holder uses right now; returns how many. */
    public int revokeAll(String account, Optional<Secret> except) {
        int revoked = store.revokeAll(account, except.map(Secret::digest));
        cache.clear();
        return revoked;
    }

    void purge() {
        store.purge(clock.instant());
    }
}
