package org.ezhili.grid.internal.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.ezhili.grid.internal.domain.ImportMode;
import org.ezhili.grid.internal.domain.ImportOrder;
import org.ezhili.grid.internal.domain.ImportReport;
import org.ezhili.grid.internal.imports.AreaImports;
import org.ezhili.grid.internal.rest.FaultTexts;
import org.ezhili.platform.ProblemException;

/** Takes over the areas of a CSV file, all or none. Whoever has the shell may do this for every area. */
@Service
@Command(
        scope = "ezhili",
        name = "areas-import",
        description = "Take over areas from a CSV file (code,name,level,parent)")
public final class AreasImportCommand implements Action {

    @Reference
    AreaImports imports;

    @Argument(index = 0, name = "file", description = "CSV file in UTF-8", required = true)
    @Completion(FileCompleter.class)
    String file = "";

    @Option(name = "--dry-run", description = "Only look what would happen")
    boolean dryRun;

    @Override
    public Object execute() throws IOException {
        ImportOrder order = new ImportOrder(dryRun, ImportMode.ALL_OR_NOTHING, code -> true);
        try {
            return text(imports.take(Files.readAllBytes(Path.of(file)), order));
        } catch (ProblemException refused) {
            return "refused: " + refused.problem().code() + " "
                    + refused.problem().faults();
        }
    }

    private static String text(ImportReport report) {
        StringBuilder text = new StringBuilder();
        report.faults()
                .forEach(fault -> text.append(String.format(
                        Locale.ROOT,
                        "row %d: %s: %s%n",
                        fault.row(),
                        fault.field(),
                        FaultTexts.of(fault, Locale.ENGLISH))));
        return text.append(String.format(
                        Locale.ROOT,
                        "%d rows: %d new, %d changed, %d unchanged, %d faults; %s",
                        report.rows(),
                        report.added(),
                        report.changed(),
                        report.unchanged(),
                        report.faults().size() + report.moreFaults(),
                        report.applied() ? "taken over" : "nothing taken over"))
                .toString();
    }
}
