package org.ezhili.patrol.internal;

import java.util.Optional;
import org.ezhili.platform.module.Open;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.security.Account;
import org.ezhili.platform.security.Accounts;

/** A resource of the module of the tests. */
public final class PatrolResource {

    private final Accounts accounts;

    public PatrolResource(Accounts accounts) {
        this.accounts = accounts;
    }

    @Requires("patrol.walk")
    public Optional<Account> walk(String account) {
        return accounts.find(account);
    }

    @Open(Open.To.SIGNED_IN)
    public int count() {
        return 1;
    }
}
