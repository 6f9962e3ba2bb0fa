package org.ezhili.platform.modules.internal.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.modules.internal.SwitchBoard;
import org.ezhili.platform.modules.internal.SwitchBoard.Street;
import org.ezhili.platform.modules.internal.settings.SettingsDesk;
import org.jspecify.annotations.Nullable;

@Service
@Command(scope = "ezhili", name = "street-show", description = "Shows which modules a street has and which it has set")
public final class StreetShowCommand implements Action {

    @Reference
    private SwitchBoard board;

    @Reference
    private SettingsDesk settings;

    @Reference
    private Session session;

    @Argument(name = "street", description = "Code of the street", required = true)
    private String street;

    @Option(name = "--no-format", description = "Lines of words divided by tabs, for scripts")
    private boolean noFormat;

    @Override
    public @Nullable Object execute() throws CommandException {
        AreaCode code = Operator.code(street);
        Street found = board.street(code).orElseThrow(() -> Operator.refusal("there is no such street: " + code));
        var versions = settings.overview(Operator.of(session, code), code);
        if (!noFormat) {
            System.out.println(code + " " + found.area().name());
        }
        ShellTable table = new ShellTable();
        table.column("module");
        table.column("on");
        table.column("settings");
        found.modules().forEach((module, on) -> table.addRow()
                .addContent(module, on ? "on" : "off", state(versions.get(module))));
        table.print(System.out, !noFormat);
        return null;
    }

    private static String state(@Nullable Integer version) {
        if (version == null) {
            return "none";
        }
        return version == 0 ? "as they come" : "version " + version;
    }
}
