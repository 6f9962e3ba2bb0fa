package org.ezhili.grid.internal.rest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import org.ezhili.grid.internal.domain.ImportMode;
import org.ezhili.grid.internal.domain.ImportOrder;
import org.ezhili.grid.internal.domain.ImportReport;
import org.ezhili.grid.internal.imports.AreaImports;
import org.ezhili.grid.internal.imports.BoundaryImports;
import org.ezhili.grid.internal.imports.BoundaryReport;
import org.ezhili.grid.internal.rest.ChecksResource.GapJson;
import org.ezhili.grid.internal.rest.ChecksResource.OverlapJson;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.security.Audit;
import org.ezhili.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Imports of areas and boundaries. An importer changes only areas for which it holds the permission; rows about others are
 * faults. The answer tells of each row that does not fit, in the caller's language.
 */
@Path("/v1/imports")
@Produces("application/json")
public final class ImportsResource {

    private final AreaImports areas;
    private final BoundaryImports boundaries;

    private final Audit audit;

    public ImportsResource(AreaImports areas, BoundaryImports boundaries, Audit audit) {
        this.areas = areas;
        this.boundaries = boundaries;
        this.audit = audit;
    }

    @POST
    @Path("/areas")
    @Consumes({"text/csv", "application/octet-stream"})
    @Requires("grid.import")
    public ImportJson areas(
            @Context Caller caller,
            @Context Locale language,
            @QueryParam("dryRun") @Nullable String dryRun,
            @QueryParam("mode") @Nullable String mode,
            InputStream file)
            throws IOException {
        ImportOrder order = order(caller, dryRun, mode);
        ImportReport report = areas.take(file.readAllBytes(), order);
        record(caller, "areas", report);
        return ImportJson.of(report, language);
    }

    @POST
    @Path("/boundaries")
    @Consumes({"application/geo+json", "application/json"})
    @Requires("grid.import")
    public ImportJson boundaries(
            @Context Caller caller,
            @Context Locale language,
            @QueryParam("dryRun") @Nullable String dryRun,
            @QueryParam("mode") @Nullable String mode,
            InputStream file)
            throws IOException {
        ImportOrder order = order(caller, dryRun, mode);
        BoundaryReport report = boundaries.take(file.readAllBytes(), order);
        record(caller, "boundaries", report.counts());
        return ImportJson.of(report.counts(), language)
                .with(OverlapJson.of(report.overlaps()), GapJson.of(report.gaps()));
    }

    /** What was changed, and that somebody reached for the areas of others. */
    private void record(Caller caller, String what, ImportReport report) {
        if (report.applied() && report.added() + report.changed() > 0) {
            audit.record(
                    caller,
                    "grid.import",
                    what + ": " + report.added() + " new, " + report.changed() + " changed",
                    Optional.empty(),
                    "done");
        }
        if (report.faults().stream().anyMatch(fault -> fault.code().equals("foreign-area"))) {
            audit.record(caller, "grid.import", what, Optional.empty(), "foreign-area");
        }
    }

    private static ImportOrder order(Caller caller, @Nullable String dryRun, @Nullable String mode) {
        ImportMode chosen = ImportMode.ofWord(mode == null ? ImportMode.ALL_OR_NOTHING.word() : mode)
                .orElseThrow(() -> ProblemException.field("mode", "import-mode"));
        return new ImportOrder(Parameters.flag("dryRun", dryRun), chosen, code -> caller.may("grid.import", code));
    }
}
