package org.ezhili.platform.security.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.ezhili.platform.security.Account;
import org.ezhili.platform.security.Authenticator;
import org.ezhili.platform.security.Caller;
import org.ezhili.platform.security.internal.CallerCache.Held;
import org.ezhili.platform.security.internal.domain.AccountEntry;
import org.ezhili.platform.security.internal.domain.Credential;
import org.ezhili.platform.security.internal.domain.Secret;
import org.ezhili.platform.security.internal.store.AccountStore;
import org.ezhili.platform.security.internal.store.CredentialStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Knows who stands at the door by what they show. Thread-safe. */
@Component
public final class Doorkeeper implements Authenticator {

    private static final Duration SEEN_PAUSE = Duration.ofMinutes(1);

    private final CredentialStore credentials;
    private final AccountStore accounts;
    private final PermissionTable permissions;
    private final CallerCache cache;
    private final SecurityRules rules;
    private final Clock clock;

    @Activate
    public Doorkeeper(
            @Reference CredentialStore credentials,
            @Reference AccountStore accounts,
            @Reference PermissionTable permissions,
            @Reference CallerCache cache,
            @Reference SecurityRules rules,
            @Reference Clock clock) {
        this.credentials = credentials;
        this.accounts = accounts;
        this.permissions = permissions;
        this.cache = cache;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public Optional<Caller> byToken(String token) {
        return held(token, Credential.Kind.TOKEN).map(Held::caller);
    }

    @Override
    public Optional<Session> bySession(String cookie) {
        return held(cookie, Credential.Kind.SESSION).map(held -> new Session(held.caller(), new Secret(cookie).csrf()));
    }

    private Optional<Held> held(String shown, Credential.Kind kind) {
        if (!Secret.isShaped(shown)) {
            return Optional.empty();
        }
        String digest = new Secret(shown).digest();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<Held> known = cache.find(digest);
        return (known.isPresent() ? known : load(digest, now))
                .filter(held -> held.credential().kind() == kind)
                .filter(held -> held.credential().isGood(now, rules.idle()));
    }

    private Optional<Held> load(String digest, Instant now) {
        Optional<Credential> credential = credentials.find(digest).filter(found -> found.isGood(now, rules.idle()));
        if (credential.isEmpty()) {
            return Optional.empty();
        }
        Credential seen = seen(credential.get(), now);
        Optional<Held> held = accounts.find(seen.account())
                .map(AccountEntry::account)
                .filter(Account::active)
                .map(account -> new Held(seen, permissions.callerOf(account)));
        held.ifPresent(cache::put);
        return held;
    }

    private Credential seen(Credential credential, Instant now) {
        if (!credential.isStaleSince(now, SEEN_PAUSE)) {
            return credential;
        }
        credentials.seen(credential.digest(), now, SEEN_PAUSE);
        return credential.seenAt(now);
    }
}
