package org.ezhili.platform.security.internal;

import java.time.Clock;
import java.util.Optional;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.security.Account;
import org.ezhili.platform.security.Audit;
import org.ezhili.platform.security.Caller;
import org.ezhili.platform.security.internal.domain.AccountEntry;
import org.ezhili.platform.security.internal.domain.AccountName;
import org.ezhili.platform.security.internal.domain.LockoutPolicy.Admission;
import org.ezhili.platform.security.internal.domain.SignInOutcome;
import org.ezhili.platform.security.internal.store.AccountStore;
import org.ezhili.platform.security.internal.store.TriesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Checks an account and its password. A name that does not exist walks the same way as one that does: it is counted, locked
 * and hashed alike, so neither the answer nor its time tells which names exist. Thread-safe.
 */
@Component(service = SignIn.class)
public final class SignIn {

    static final String ACTION = "security.sign-in";

    private final AccountStore accounts;
    private final TriesStore tries;
    private final PasswordGate gate;
    private final SecurityRules rules;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public SignIn(
            @Reference AccountStore accounts,
            @Reference TriesStore tries,
            @Reference PasswordGate gate,
            @Reference SecurityRules rules,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.accounts = accounts;
        this.tries = tries;
        this.gate = gate;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    public SignInOutcome check(String typed, String password) {
        String name = AccountName.meant(typed);
        return gate.inside(() -> {
            Admission admission = tries.admit(name, rules.lockout());
            return admission instanceof Admission.Locked locked
                    ? new SignInOutcome.Locked(locked.until())
                    : look(name, password, admission);
        });
    }

    private SignInOutcome look(String name, String password, Admission admission) {
        Optional<Account> account = accounts.find(name).map(AccountEntry::account);
        Optional<String> kept = accounts.passwordOf(name);
        if (!gate.matches(kept, password) || account.isEmpty()) {
            boolean last = admission instanceof Admission.Counted counted && counted.last();
            record(account, last ? "locked" : "refused");
            return new SignInOutcome.Refused();
        }
        tries.forget(name);
        kept.flatMap(hash -> gate.renewed(hash, password))
                .ifPresent(renewed -> accounts.rehash(name, kept.get(), renewed));
        record(account, "done");
        return new SignInOutcome.Known(account.get());
    }

    /** Seconds until a locked name is looked at again. */
    public long secondsUntil(SignInOutcome.Locked locked) {
        long millis = locked.until().toEpochMilli() - clock.millis();
        return Math.max(1, (millis + 999) / 1000);
    }

    /** Lifts the lock of a name; returns whether anything was counted. */
    public boolean unlock(String name) {
        return tries.forget(AccountName.meant(name));
    }

    void purge() {
        tries.purge(clock.instant().minus(rules.lockout().window().multipliedBy(2)));
    }

    /** A name that does not exist is not written down: it may be a password typed into the wrong field. */
    private void record(Optional<Account> account, String outcome) {
        String subject = account.map(Account::account).orElse("unknown");
        Optional<AreaCode> area =
                account.flatMap(known -> known.grants().stream().findFirst()).map(grant -> grant.area());
        audit.record(Caller.nobody(), ACTION, subject, area, outcome);
    }
}
