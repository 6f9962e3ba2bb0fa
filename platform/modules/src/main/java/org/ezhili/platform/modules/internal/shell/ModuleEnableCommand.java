package org.ezhili.platform.modules.internal.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.ezhili.platform.modules.internal.SwitchBoard;
import org.ezhili.platform.modules.internal.domain.Switch;
import org.jspecify.annotations.Nullable;

@Service
@Command(scope = "ezhili", name = "module-enable", description = "Switches a module on for a street")
public final class ModuleEnableCommand implements Action {

    @Reference
    private SwitchBoard board;

    @Reference
    private Session session;

    @Argument(index = 0, name = "module", description = "Id of the module", required = true)
    private String module;

    @Argument(index = 1, name = "street", description = "Code of the street", required = true)
    private String street;

    @Option(name = "--with-needed", description = "Switch on what it needs as well")
    private boolean withNeeded;

    @Override
    public @Nullable Object execute() throws CommandException {
        Turning.turn(session, board, new Switch(Operator.code(street), module), true, withNeeded);
        return null;
    }
}
