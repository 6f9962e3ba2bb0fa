package org.ezhili.grid.internal.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ezhili.grid.internal.domain.ImportOrder;
import org.ezhili.grid.internal.domain.ImportReport;
import org.ezhili.grid.internal.domain.RowFault;
import org.ezhili.grid.internal.imports.RowReader.Reading;
import org.ezhili.grid.internal.live.AreaTree;
import org.ezhili.grid.internal.tree.Draft;
import org.ezhili.grid.internal.tree.TreeChange;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes areas over from a CSV file. A file can be taken over again: what is there already counts as unchanged. Thread-safe. */
@Component(service = AreaImports.class)
public final class AreaImports {

    private final AreaTree tree;

    @Activate
    public AreaImports(@Reference AreaTree tree) {
        this.tree = tree;
    }

    /**
     * Takes over a file, or looks what that would do.
     *
     * @throws org.ezhili.platform.ProblemException 400 when it is not such a file at all, 413 when it is too large
     */
    public ImportReport take(byte[] file, ImportOrder order) {
        List<AreaCsv.Row> rows = AreaCsv.read(file);
        TreeChange trial = tree.trial();
        ImportReport report = fill(rows, order, trial, false);
        if (!order.writes(report.faults().size())) {
            return report;
        }
        return tree.change(change -> fill(rows, order, change, true));
    }

    /**
     * Once more inside the transaction: the tree may have moved since the trial. Nothing is half done, as a row's fault in an
     * all-or-nothing import ends it.
     */
    private static ImportReport fill(List<AreaCsv.Row> rows, ImportOrder order, TreeChange change, boolean write) {
        RowReader reader = new RowReader(order.allowed());
        List<RowFault> faults = new ArrayList<>();
        for (AreaCsv.Row row : rows) {
            Reading reading = reader.read(row);
            if (reading instanceof Reading.Wrong wrong) {
                faults.add(wrong.fault());
            } else if (reading instanceof Reading.Said said) {
                take(row, said.draft(), change).ifPresent(faults::add);
            }
        }
        boolean applied = write && order.writes(faults.size());
        if (write && !applied) {
            change.forget();
        }
        return ImportReport.of(applied, order, rows.size(), change.tally(), faults);
    }

    private static Optional<RowFault> take(AreaCsv.Row row, Draft draft, TreeChange change) {
        Optional<String> fault = change.faultOf(draft);
        if (fault.isPresent()) {
            return Optional.of(RowFault.of(row.line(), field(fault.get()), fault.get()));
        }
        change.add(draft);
        return Optional.empty();
    }

    private static String field(String fault) {
        return switch (fault) {
            case "parent-missing" -> "parent";
            case "kind-of-level" -> "kind";
            default -> "name";
        };
    }
}
