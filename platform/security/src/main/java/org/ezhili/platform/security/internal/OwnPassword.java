package org.ezhili.platform.security.internal;

import java.util.Optional;
import org.ezhili.platform.security.Audit;
import org.ezhili.platform.security.Caller;
import org.ezhili.platform.security.internal.domain.AccountChange;
import org.ezhili.platform.security.internal.domain.PasswordPolicy;
import org.ezhili.platform.security.internal.domain.Secret;
import org.ezhili.platform.security.internal.domain.SignInOutcome;
import org.ezhili.platform.security.internal.store.AccountStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets people change their own password. Wrong tries at the old one count like tries at signing in. Thread-safe. */
@Component(service = OwnPassword.class)
public final class OwnPassword {

    private final SignIn signIn;
    private final AccountStore accounts;
    private final PasswordGate gate;
    private final Credentials credentials;
    private final Audit audit;

    @Activate
    public OwnPassword(
            @Reference SignIn signIn,
            @Reference AccountStore accounts,
            @Reference PasswordGate gate,
            @Reference Credentials credentials,
            @Reference Audit audit) {
        this.signIn = signIn;
        this.accounts = accounts;
        this.gate = gate;
        this.credentials = credentials;
        this.audit = audit;
    }

    /** How a change of one's own password ended. */
    public sealed interface Outcome {
        record Changed() implements Outcome {}

        record WrongOld() implements Outcome {}

        record Locked(long seconds) implements Outcome {}

        record Refused(String code) implements Outcome {}
    }

    /**
     * Changes it and ends all other sessions and tokens of the account.
     *
     * @param current what the caller uses right now
     */
    public Outcome change(Caller caller, String old, String fresh, Optional<Secret> current) {
        Optional<String> fault = PasswordPolicy.faultOf(caller.account(), fresh);
        if (fault.isPresent()) {
            return new Outcome.Refused(fault.get());
        }
        SignInOutcome checked = signIn.check(caller.account(), old);
        if (checked instanceof SignInOutcome.Locked locked) {
            return new Outcome.Locked(signIn.secondsUntil(locked));
        }
        if (checked instanceof SignInOutcome.Refused) {
            return new Outcome.WrongOld();
        }
        accounts.change(caller.account(), AccountChange.ofPassword(fresh), Optional.of(gate.hash(fresh)));
        credentials.revokeAll(caller.account(), current);
        audit.record(caller, "security.password", caller.account(), Optional.empty(), "done");
        return new Outcome.Changed();
    }
}
