package org.ezhili.platform.modules.internal.shell;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.modules.internal.SwitchBoard;
import org.jspecify.annotations.Nullable;

@Service
@Command(
        scope = "ezhili",
        name = "street-list",
        description = "Lists the streets of an area and the modules that are off for them")
public final class StreetListCommand implements Action {

    @Reference
    private SwitchBoard board;

    @Argument(name = "area", description = "Code of the district", required = true)
    private String area;

    @Option(name = "--no-format", description = "Lines of words divided by tabs, for scripts")
    private boolean noFormat;

    @Override
    public @Nullable Object execute() throws CommandException {
        AreaCode code = AreaCode.parse(area).orElseThrow(() -> Operator.refusal("not the code of an area: " + area));
        ShellTable table = new ShellTable();
        table.column("street");
        table.column("name");
        table.column("off");
        board.streets(Set.of(code)).forEach(street -> table.addRow()
                .addContent(street.area().code(), street.area().name(), off(street.modules())));
        table.emptyTableText("there are no streets in " + code);
        table.print(System.out, !noFormat);
        return null;
    }

    private static String off(Map<String, Boolean> modules) {
        return modules.entrySet().stream()
                .filter(entry -> !entry.getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }
}
