package org.ezhili.grid.internal.imports;

import java.util.List;
import org.ezhili.grid.internal.domain.ImportReport;
import org.ezhili.grid.internal.geometry.Tiling;

/**
 * What an import of boundaries did, or would do.
 *
 * @param overlaps grids that then share ground, in the communities that the import touches
 * @param gaps communities that then have ground without a grid, of those that the import touches
 */
public record BoundaryReport(ImportReport counts, List<Tiling.Overlap> overlaps, List<Tiling.Gap> gaps) {}
