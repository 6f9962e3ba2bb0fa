package org.ezhili.platform.modules.internal.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.ezhili.platform.modules.internal.ModuleCatalogue;
import org.jspecify.annotations.Nullable;

@Service
@Command(scope = "ezhili", name = "module-list", description = "Lists the modules that are there")
public final class ModuleListCommand implements Action {

    @Reference
    private ModuleCatalogue modules;

    @Option(name = "--no-format", description = "Lines of words divided by tabs, for scripts")
    private boolean noFormat;

    @Override
    public @Nullable Object execute() {
        ShellTable table = new ShellTable();
        table.column("module");
        table.column("version");
        table.column("switchable");
        table.column("well");
        table.column("note");
        modules.list().forEach(listed -> table.addRow()
                .addContent(
                        listed.info().id(),
                        listed.info().version(),
                        listed.info().switchable(),
                        listed.health().well(),
                        listed.health().note().en()));
        table.print(System.out, !noFormat);
        return null;
    }
}
