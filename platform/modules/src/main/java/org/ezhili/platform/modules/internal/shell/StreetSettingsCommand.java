package org.ezhili.platform.modules.internal.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.modules.internal.domain.settings.Scope;
import org.ezhili.platform.modules.internal.domain.settings.Version;
import org.ezhili.platform.modules.internal.settings.SettingsDesk;
import org.ezhili.platform.modules.internal.settings.SettingsDesk.Sheet;
import org.ezhili.platform.modules.internal.settings.SettingsForms;
import org.ezhili.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/** A street's settings for one module: shown, changed, looked back at. */
@Service
@Command(
        scope = "ezhili",
        name = "street-settings",
        description =
                "Shows, with --set, --unset and --back-to changes, what a street or a district has set for a module")
public final class StreetSettingsCommand implements Action {

    @Reference
    private SettingsDesk desk;

    @Reference
    private SettingsForms forms;

    @Reference
    private Session session;

    @Argument(index = 0, name = "street", description = "Code of the street, or of the district", required = true)
    private String street;

    @Argument(index = 1, name = "module", description = "Id of the module", required = true)
    private String module;

    @Option(name = "--set", description = "name=value, may be given several times", multiValued = true)
    private List<String> set = new ArrayList<>();

    @Option(name = "--unset", description = "Name of what the district's value is to hold for", multiValued = true)
    private List<String> unset = new ArrayList<>();

    @Option(name = "--back-to", description = "Number of the earlier version to take again")
    private int backTo;

    @Option(name = "--history", description = "Shows who changed what when")
    private boolean history;

    @Option(name = "--no-format", description = "Lines of words divided by tabs, for scripts")
    private boolean noFormat;

    @Override
    public @Nullable Object execute() throws CommandException {
        AreaCode code = Operator.code(street);
        Caller caller = Operator.of(session, code);
        Scope scope = new Scope(code, module);
        try {
            if (history) {
                print(desk.history(caller, scope, PageRequest.first(PageRequest.MOST))
                        .items());
            } else {
                print(changed(caller, scope));
            }
        } catch (ProblemException refused) {
            throw Operator.refusal("refused: " + refused.problem().code() + faults(refused));
        }
        return null;
    }

    private static String faults(ProblemException refused) {
        return refused.problem().faults().stream()
                .map(fault -> "\n  " + fault.field() + ": " + fault.code()
                        + fault.arguments().stream().map(one -> " " + one).collect(Collectors.joining()))
                .collect(Collectors.joining());
    }

    private Sheet changed(Caller caller, Scope scope) {
        Sheet sheet = desk.sheet(caller, scope);
        int seen = sheet.newest().map(Version::number).orElse(0);
        if (backTo > 0) {
            return desk.revert(caller, scope, seen, backTo);
        }
        if (set.isEmpty() && unset.isEmpty()) {
            return sheet;
        }
        Map<String, Object> values = new LinkedHashMap<>(sheet.values());
        unset.forEach(values::remove);
        set.forEach(pair -> {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            values.put(name, typed(name, equals < 0 ? "" : pair.substring(equals + 1)));
        });
        return desk.set(caller, scope, seen, values);
    }

    /** A word as what the field is: a number, yes or no, a text. What it cannot be is refused as any other wrong value. */
    private Object typed(String name, String word) {
        return forms.of(module)
                .flatMap(offered -> offered.form().field(name))
                .<Object>map(field -> switch (field.kind()) {
                    case STRING -> word;
                    case BOOLEAN -> word.equals("true") || word.equals("false") ? Boolean.valueOf(word) : word;
                    case INTEGER, NUMBER -> number(word);
                })
                .orElse(word);
    }

    private static Object number(String word) {
        try {
            return word.matches("-?[0-9]{1,18}") ? (Object) Long.valueOf(word) : (Object) Double.valueOf(word);
        } catch (NumberFormatException none) {
            return word;
        }
    }

    private void print(Sheet sheet) {
        ShellTable table = new ShellTable();
        table.column("name");
        table.column("value");
        table.column("set");
        sheet.inherited().forEach((name, above) -> {
            boolean own = sheet.values().containsKey(name);
            table.addRow().addContent(name, own ? sheet.values().get(name) : above, own ? "here" : "above");
        });
        table.print(System.out, !noFormat);
        if (!noFormat) {
            System.out.println("version " + sheet.newest().map(Version::number).orElse(0));
        }
    }

    private void print(List<Version> versions) {
        ShellTable table = new ShellTable();
        table.column("version");
        table.column("at");
        table.column("by");
        table.column("values");
        versions.forEach(version -> table.addRow()
                .addContent(
                        version.number(),
                        version.at(),
                        version.by(),
                        version.values()
                                + version.from()
                                        .map(to -> " (back to " + to + ")")
                                        .orElse("")));
        table.print(System.out, !noFormat);
    }
}
