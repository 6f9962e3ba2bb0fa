package org.ezhili.grid.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.ezhili.grid.internal.domain.ImportReport;
import org.ezhili.grid.internal.domain.RowFault;
import org.ezhili.grid.internal.rest.ChecksResource.GapJson;
import org.ezhili.grid.internal.rest.ChecksResource.OverlapJson;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or would do.
 *
 * @param applied whether the counted changes are in the tree now
 * @param moreErrors faults that were left out of {@code errors}
 * @param overlaps only of boundaries: grids that share ground
 * @param gaps only of boundaries: communities with ground without a grid
 */
public record ImportJson(
        boolean dryRun,
        boolean applied,
        int rows,
        int added,
        int changed,
        int unchanged,
        List<RowJson> errors,
        int moreErrors,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<OverlapJson> overlaps,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<GapJson> gaps) {

    /** One row at fault. */
    public record RowJson(int row, String field, String code, String detail) {

        static RowJson of(RowFault fault, Locale language) {
            return new RowJson(fault.row(), fault.field(), fault.code(), FaultTexts.of(fault, language));
        }
    }

    static ImportJson of(ImportReport report, Locale language) {
        return new ImportJson(
                report.dryRun(),
                report.applied(),
                report.rows(),
                report.added(),
                report.changed(),
                report.unchanged(),
                report.faults().stream()
                        .map(fault -> RowJson.of(fault, language))
                        .toList(),
                report.moreFaults(),
                null,
                null);
    }

    ImportJson with(List<OverlapJson> overlapping, List<GapJson> open) {
        return new ImportJson(dryRun, applied, rows, added, changed, unchanged, errors, moreErrors, overlapping, open);
    }
}
