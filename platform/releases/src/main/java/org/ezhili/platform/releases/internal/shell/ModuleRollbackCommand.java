package org.ezhili.platform.releases.internal.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.ezhili.platform.releases.internal.upgrades.Upgrades;
import org.ezhili.platform.releases.internal.walk.NotWalkedException;
import org.jspecify.annotations.Nullable;

@Service
@Command(
        scope = "ezhili",
        name = "module-rollback",
        description = "Walks a module, and what went up together with it, back to the version before")
public final class ModuleRollbackCommand implements Action {

    @Reference
    private Upgrades upgrades;

    @Reference
    private Session session;

    @Argument(name = "module", description = "Id of the module", required = true)
    private String module;

    @Override
    public @Nullable Object execute() throws CommandException {
        try {
            Shown.follow(upgrades, upgrades.rollBack(ShellCaller.of(session), module));
        } catch (NotWalkedException refused) {
            throw Refusal.of(refused.why());
        }
        return null;
    }
}
