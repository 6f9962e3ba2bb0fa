package org.ezhili.platform.security.internal.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ezhili.platform.security.Audit;
import org.ezhili.platform.security.Caller;
import org.ezhili.platform.security.internal.SignIn;
import org.jspecify.annotations.Nullable;

@Service
@Command(
        scope = "ezhili",
        name = "account-unlock",
        description = "Lets an account sign in again after too many wrong tries")
public final class AccountUnlockCommand implements Action {

    @Reference
    private SignIn signIn;

    @Reference
    private Audit audit;

    @Argument(name = "account", description = "Name of the account", required = true)
    private String account;

    @Override
    public @Nullable Object execute() {
        boolean unlocked = signIn.unlock(account);
        audit.record(Caller.nobody(), "security.unlock", account, Optional.empty(), unlocked ? "done" : "nothing");
        System.out.println(unlocked ? "unlocked" : "no wrong tries were counted");
        return null;
    }
}
