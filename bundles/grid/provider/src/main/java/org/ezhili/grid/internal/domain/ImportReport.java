package org.ezhili.grid.internal.domain;

import java.util.List;

/**
 * What an import did, or would do.
 *
 * @param dryRun nothing was to be written
 * @param applied whether the counted changes are in the tree now
 * @param rows rows read
 * @param added rows that are new
 * @param changed rows that differ from what is there
 * @param unchanged rows that say what is there already
 * @param faults rows that do not fit, in the order of the file, at most {@value #MOST_FAULTS}
 * @param moreFaults how many further faults there are
 */
public record ImportReport(
        boolean dryRun,
        boolean applied,
        int rows,
        int added,
        int changed,
        int unchanged,
        List<RowFault> faults,
        int moreFaults) {

    public static final int MOST_FAULTS = 1_000;

    public ImportReport {
        faults = List.copyOf(faults);
    }

    /** A report of all faults, of which it keeps the first {@value #MOST_FAULTS}. */
    public static ImportReport of(boolean applied, ImportOrder order, int rows, Tally tally, List<RowFault> faults) {
        int kept = Math.min(faults.size(), MOST_FAULTS);
        return new ImportReport(
                order.dryRun(),
                applied,
                rows,
                tally.added(),
                tally.changed(),
                tally.unchanged(),
                faults.subList(0, kept),
                faults.size() - kept);
    }
}
