package org.ezhili.platform.releases.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.ezhili.platform.gateway.LiveVersions;
import org.ezhili.platform.gateway.Standing;
import org.jspecify.annotations.Nullable;

/** What modules say of themselves, and what is there without serving. */
@Service
@Command(
        scope = "ezhili",
        name = "module-health",
        description = "How each version of each module is on this node; fails when a live one is not well")
public final class ModuleHealthCommand implements Action {

    @Reference
    private LiveVersions versions;

    @Argument(name = "module", description = "Id of a module; without it, all")
    private @Nullable String module;

    @Option(name = "--no-format", description = "Plain columns, for programs")
    private boolean plain;

    @Override
    public @Nullable Object execute() throws CommandException {
        List<Standing> standing = versions.standing().stream()
                .filter(one -> isAsked(one.module()))
                .toList();
        ShellTable table = new ShellTable();
        List.of("module", "version", "state", "well", "note").forEach(table::column);
        standing.forEach(one -> table.addRow()
                .addContent(
                        one.module(),
                        one.version(),
                        one.live() ? "live" : "stands by",
                        one.health().well() ? "yes" : "no",
                        one.health().note().en()));
        versions.refused().stream().filter(one -> isAsked(one.module())).forEach(one -> table.addRow()
                .addContent(
                        one.module(),
                        one.version(),
                        "not served",
                        "no",
                        one.reason().en()));
        versions.leftovers().stream().filter(one -> isAsked(one.module())).forEach(one -> table.addRow()
                .addContent(
                        one.module(),
                        one.version(),
                        "left behind",
                        "no",
                        "threads: " + String.join(", ", one.threads())));
        table.emptyTableText("there is no such module");
        table.print(System.out, !plain);
        if (standing.stream().noneMatch(Standing::live)) {
            throw Refusal.of(module + " is not served on this node");
        }
        if (standing.stream().anyMatch(one -> one.live() && !one.health().well())) {
            throw new CommandException("not well", "not well");
        }
        return null;
    }

    private boolean isAsked(String id) {
        return module == null || module.equals(id);
    }
}
