package org.ezhili.platform.modules.internal.shell;

import java.util.TreeSet;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.ezhili.platform.module.ModuleInfo;
import org.ezhili.platform.modules.internal.ModuleCatalogue;
import org.ezhili.platform.modules.internal.ModuleCatalogue.Listed;
import org.jspecify.annotations.Nullable;

/** One module, for whoever asks what it is and needs. */
@Service
@Command(scope = "ezhili", name = "module-info", description = "Tells what a module says of itself")
public final class ModuleInfoCommand implements Action {

    @Reference
    private ModuleCatalogue modules;

    @Argument(name = "module", description = "Id of the module", required = true)
    private String module;

    @Option(name = "--no-format", description = "Lines of words divided by tabs, for scripts")
    private boolean noFormat;

    @Override
    public @Nullable Object execute() throws CommandException {
        Listed found = modules.list().stream()
                .filter(listed -> listed.info().id().equals(module))
                .findFirst()
                .orElseThrow(() -> Operator.refusal("there is no such module: " + module));
        ModuleInfo info = found.info();
        ShellTable table = new ShellTable();
        table.column("what");
        table.column("says");
        table.addRow().addContent("version", info.version());
        table.addRow()
                .addContent("title", info.title().zh() + " / " + info.title().en());
        table.addRow().addContent("needs", String.join(", ", new TreeSet<>(info.needs())));
        table.addRow().addContent("switchable", info.switchable() ? "yes" : "no");
        table.addRow()
                .addContent(
                        "well",
                        found.health().well()
                                ? "yes"
                                : "no: " + found.health().note().en());
        info.permissions().forEach(permission -> table.addRow()
                .addContent(
                        "permission", permission.id() + " " + permission.title().en()));
        table.print(System.out, !noFormat);
        return null;
    }
}
