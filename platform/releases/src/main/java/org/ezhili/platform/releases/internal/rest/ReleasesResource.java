package org.ezhili.platform.releases.internal.rest;

import java.io.InputStream;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.releases.internal.ReleasePermissions;
import org.ezhili.platform.releases.internal.intake.Intake;
import org.ezhili.platform.releases.internal.intake.Release;
import org.ezhili.platform.releases.internal.intake.Releases;
import org.ezhili.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;

/** The releases of modules that can be installed here. */
@Path("/v1/releases")
@Produces("application/json")
public final class ReleasesResource {

    private final Releases releases;
    private final Intake intake;

    public ReleasesResource(Releases releases, Intake intake) {
        this.releases = releases;
        this.intake = intake;
    }

    @GET
    @Requires(ReleasePermissions.READ)
    public PageJson<ReleaseJson> list(
            @QueryParam("module") @Nullable String module,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        List<Release> all = module == null || module.isEmpty() ? releases.list() : releases.list(module);
        List<Release> rows = request.cursor().map(last -> Place.of(last).after(all)).orElse(all).stream()
                .limit(request.limit() + 1L)
                .toList();
        return PageJson.of(Page.of(rows, request.limit(), Release::toString), ReleaseJson::of);
    }

    /** Takes an archive in; nothing that runs changes by it. */
    @POST
    @Consumes("application/octet-stream")
    @Requires(ReleasePermissions.INSTALL)
    public Response take(
            @Context Caller caller,
            @HeaderParam("Content-Length") @DefaultValue("-1") long length,
            @QueryParam("rollBack") @DefaultValue("false") boolean rollBack,
            InputStream archive) {
        Intake.Taken taken = intake.take(caller, archive, length, rollBack);
        return Response.status(taken.fresh() ? Response.Status.CREATED : Response.Status.OK)
                .entity(ReleaseJson.of(taken.release()))
                .build();
    }

    @GET
    @Path("/{module}/{version}")
    @Requires(ReleasePermissions.READ)
    public ReleaseJson one(@PathParam("module") String module, @PathParam("version") String version) {
        return releases.find(module, version(version))
                .map(ReleaseJson::of)
                .orElseThrow(() -> new ProblemException(Problem.notFound()));
    }

    @DELETE
    @Path("/{module}/{version}")
    @Requires(ReleasePermissions.INSTALL)
    public void remove(
            @Context Caller caller, @PathParam("module") String module, @PathParam("version") String version) {
        intake.remove(caller, module, version(version));
    }

    private static Version version(String text) {
        try {
            return Version.parseVersion(text);
        } catch (IllegalArgumentException none) {
            throw new ProblemException(Problem.notFound());
        }
    }

    /** Where a page ended, whether or not what was there is there still. */
    private record Place(String module, Version version) {

        static Place of(String cursor) {
            int slash = cursor.indexOf('/');
            try {
                return new Place(
                        cursor.substring(0, Math.max(0, slash)), Version.parseVersion(cursor.substring(slash + 1)));
            } catch (IllegalArgumentException foreign) {
                throw ProblemException.field("cursor", "cursor");
            }
        }

        List<Release> after(List<Release> all) {
            return all.stream().filter(this::isBefore).toList();
        }

        private boolean isBefore(Release release) {
            int order = module.compareTo(release.module());
            return order < 0 || (order == 0 && version.compareTo(release.version()) < 0);
        }
    }
}
