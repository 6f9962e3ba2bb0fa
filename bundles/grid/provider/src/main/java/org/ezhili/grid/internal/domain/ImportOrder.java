package org.ezhili.grid.internal.domain;

import java.util.function.Predicate;
import org.ezhili.platform.AreaCode;

/**
 * How an import is to be done.
 *
 * @param dryRun only look what would happen
 * @param mode what to do when rows are at fault
 * @param allowed the areas that the importer may change
 */
public record ImportOrder(boolean dryRun, ImportMode mode, Predicate<AreaCode> allowed) {

    /** Whether what fits is to be written, given that there are {@code faults} rows that do not fit. */
    public boolean writes(int faults) {
        return !dryRun && (faults == 0 || mode == ImportMode.BEST_EFFORT);
    }
}
