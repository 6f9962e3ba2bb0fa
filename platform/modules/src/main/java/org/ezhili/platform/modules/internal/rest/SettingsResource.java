package org.ezhili.platform.modules.internal.rest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.modules.internal.ModuleCatalogue;
import org.ezhili.platform.modules.internal.PlatformPermissions;
import org.ezhili.platform.modules.internal.domain.settings.Scope;
import org.ezhili.platform.modules.internal.domain.settings.Version;
import org.ezhili.platform.modules.internal.settings.SchemaReader;
import org.ezhili.platform.modules.internal.settings.SettingsDesk;
import org.ezhili.platform.modules.internal.settings.SettingsDesk.Sheet;
import org.ezhili.platform.security.Accounts;
import org.ezhili.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/** What a street, or its district, has set for a module: read, change, look back, go back. */
@Path("/v1/streets/{code}/settings")
@Produces("application/json")
public final class SettingsResource {

    private final SettingsDesk desk;
    private final ModuleCatalogue modules;
    private final Accounts accounts;
    private final SchemaReader schemas = new SchemaReader();

    public SettingsResource(SettingsDesk desk, ModuleCatalogue modules, Accounts accounts) {
        this.desk = desk;
        this.modules = modules;
        this.accounts = accounts;
    }

    @GET
    @Requires(PlatformPermissions.SETTINGS)
    public ItemsJson<SettingsEntryJson> overview(@Context Caller caller, @PathParam("code") String code) {
        Map<String, Integer> versions = desk.overview(caller, area(code));
        return ItemsJson.of(modules.infos().stream()
                .filter(info -> versions.containsKey(info.id()))
                .map(info -> new SettingsEntryJson(
                        info.id(), TextJson.of(info.title()), versions.getOrDefault(info.id(), 0)))
                .toList());
    }

    @GET
    @Path("/{module}")
    @Requires(PlatformPermissions.SETTINGS)
    public Response sheet(@Context Caller caller, @PathParam("code") String code, @PathParam("module") String module) {
        return answer(desk.sheet(caller, scope(code, module)));
    }

    @PUT
    @Path("/{module}")
    @Consumes("application/json")
    @Requires(PlatformPermissions.SETTINGS)
    public Response set(
            @Context Caller caller,
            @PathParam("code") String code,
            @PathParam("module") String module,
            @HeaderParam("If-Match") @Nullable String match,
            @NotNull @Valid SettingsChangeJson change) {
        Map<String, Object> given = new HashMap<>(change.values());
        given.values().removeIf(Objects::isNull);
        return answer(desk.set(caller, scope(code, module), seen(match, change.version()), given));
    }

    @GET
    @Path("/{module}/history")
    @Requires(PlatformPermissions.SETTINGS)
    public ItemsJson<SettingsVersionJson> history(
            @Context Caller caller,
            @PathParam("code") String code,
            @PathParam("module") String module,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Page<Version> page = desk.history(caller, scope(code, module), PageRequest.of(limit, cursor));
        Map<String, String> names =
                accounts.names(page.items().stream().map(Version::by).distinct().toList());
        return new ItemsJson<>(
                page.items().stream().map(version -> json(version, names)).toList(),
                page.next().orElse(null));
    }

    @POST
    @Path("/{module}/revert")
    @Consumes("application/json")
    @Requires(PlatformPermissions.SETTINGS)
    public Response revert(
            @Context Caller caller,
            @PathParam("code") String code,
            @PathParam("module") String module,
            @HeaderParam("If-Match") @Nullable String match,
            @NotNull @Valid RevertJson wish) {
        return answer(desk.revert(caller, scope(code, module), seen(match, wish.version()), wish.to()));
    }

    private Response answer(Sheet sheet) {
        Optional<Version> newest = sheet.newest();
        int version = newest.map(Version::number).orElse(0);
        Map<String, String> names =
                accounts.names(newest.map(Version::by).map(List::of).orElse(List.of()));
        SettingsSheetJson json = new SettingsSheetJson(
                sheet.scope().area().digits(),
                sheet.scope().module(),
                version,
                schemas.parsed(sheet.schema()),
                sheet.values(),
                sheet.inherited(),
                newest.map(Version::by).orElse(null),
                newest.map(Version::by).map(names::get).orElse(null),
                newest.map(Version::at).orElse(null));
        return Response.ok(json).header("ETag", "\"" + version + "\"").build();
    }

    private static SettingsVersionJson json(Version version, Map<String, String> names) {
        return new SettingsVersionJson(
                version.number(),
                version.at(),
                version.by(),
                names.get(version.by()),
                version.values(),
                version.from().orElse(null));
    }

    /** The version that the caller has seen: nobody overwrites what they do not know. */
    private static int seen(@Nullable String match, @Nullable Integer version) {
        if (match == null && version == null) {
            throw ProblemException.field("version", "required");
        }
        if (match == null) {
            return Objects.requireNonNull(version);
        }
        if (!match.matches("\"?[0-9]{1,9}\"?")) {
            throw ProblemException.field("If-Match", "pattern");
        }
        return Integer.parseInt(match.replace("\"", ""));
    }

    private static Scope scope(String code, String module) {
        return new Scope(area(code), module);
    }

    static AreaCode area(String code) {
        return AreaCode.parse(code).orElseThrow(() -> new ProblemException(Problem.notFound()));
    }
}
