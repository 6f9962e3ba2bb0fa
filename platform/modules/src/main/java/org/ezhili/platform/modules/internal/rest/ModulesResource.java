package org.ezhili.platform.modules.internal.rest;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Open;
import org.ezhili.platform.module.Open.To;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.modules.internal.ModuleCatalogue;
import org.ezhili.platform.modules.internal.PlatformPermissions;
import org.ezhili.platform.modules.internal.logs.LogLine;
import org.ezhili.platform.modules.internal.logs.ModuleLogs;
import org.jspecify.annotations.Nullable;
import org.osgi.service.log.LogLevel;

/** The modules that are there. */
@Path("/v1/modules")
@Produces("application/json")
public final class ModulesResource {

    private final ModuleCatalogue modules;
    private final ModuleLogs logs;

    public ModulesResource(ModuleCatalogue modules, ModuleLogs logs) {
        this.modules = modules;
        this.logs = logs;
    }

    @GET
    @Open(To.SIGNED_IN)
    public ItemsJson<ModuleJson> list() {
        return ItemsJson.of(modules.list().stream().map(ModuleJson::of).toList());
    }

    /** What a module's bundles have logged last on the node that answers, newest first. */
    @GET
    @Path("/{id}/log")
    @Requires(PlatformPermissions.LOGS)
    public ItemsJson<LogLineJson> log(
            @PathParam("id") String id,
            @QueryParam("level") @Nullable String level,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        if (modules.find(id).isEmpty()) {
            throw new ProblemException(Problem.notFound());
        }
        Page<LogLine> page = logs.lines(id, level(level), PageRequest.of(limit, cursor));
        return new ItemsJson<>(
                page.items().stream().map(LogLineJson::of).toList(), page.next().orElse(null));
    }

    private static LogLevel level(@Nullable String word) {
        return switch (word == null ? "info" : word) {
            case "error" -> LogLevel.ERROR;
            case "warn" -> LogLevel.WARN;
            case "info" -> LogLevel.INFO;
            default -> throw ProblemException.field("level", "choice");
        };
    }
}
