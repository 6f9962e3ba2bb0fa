package org.ezhili.platform.modules.internal.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
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
    public @Nullable Object execute() {
        Operator.code(street).ifPresent(this::show);
        return null;
    }

    private void show(AreaCode code) {
        Optional<Street> found = board.street(code);
        if (found.isEmpty()) {
            System.out.println("there is no such street: " + code);
            return;
        }
        var versions = settings.overview(Operator.of(session, code), code);
        if (!noFormat) {
            System.out.println(code + " " + found.get().area().name());
        }
        ShellTable table = new ShellTable();
        table.column("module");
        table.column("on");
        table.column("settings");
        found.get().modules().forEach((module, on) -> table.addRow()
                .addContent(module, on ? "on" : "off", state(versions.get(module))));
        table.print(System.out, !noFormat);
    }

    private static String state(@Nullable Integer version) {
        if (version == null) {
            return "none";
        }
        return version == 0 ? "as they come" : "version " + version;
    }
}
