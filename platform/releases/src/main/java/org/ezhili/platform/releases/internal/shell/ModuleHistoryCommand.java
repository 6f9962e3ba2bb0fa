package org.ezhili.platform.releases.internal.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.releases.internal.upgrades.Upgrades;
import org.jspecify.annotations.Nullable;

@Service
@Command(scope = "ezhili", name = "module-history", description = "Lists upgrades and roll-backs, newest first")
public final class ModuleHistoryCommand implements Action {

    @Reference
    private Upgrades upgrades;

    @Argument(name = "module", description = "Id of a module; without it, of all")
    private @Nullable String module;

    @Option(name = "--no-format", description = "Plain columns, for programs")
    private boolean plain;

    @Override
    public @Nullable Object execute() {
        Shown.table(
                upgrades.list(Optional.ofNullable(module), PageRequest.first(PageRequest.USUAL))
                        .items(),
                plain);
        return null;
    }
}
