package org.ezhili.platform.releases.internal.rest;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.releases.internal.ReleasePermissions;
import org.ezhili.platform.releases.internal.intake.Release;
import org.ezhili.platform.releases.internal.intake.Releases;
import org.jspecify.annotations.Nullable;

/** The releases of modules that can be installed here. */
@Path("/v1/releases")
@Produces("application/json")
public final class ReleasesResource {

    private final Releases releases;

    public ReleasesResource(Releases releases) {
        this.releases = releases;
    }

    @GET
    @Requires(ReleasePermissions.READ)
    public PageJson<ReleaseJson> list(
            @QueryParam("module") @Nullable String module,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        List<Release> all = module == null || module.isEmpty() ? releases.list() : releases.list(module);
        List<Release> after = request.cursor()
                .map(last -> all.subList(after(all, last), all.size()))
                .orElse(all);
        List<Release> rows = after.subList(0, Math.min(after.size(), request.limit() + 1));
        return PageJson.of(Page.of(rows, request.limit(), Release::toString), ReleaseJson::of);
    }

    /** Where the list goes on after the one that was last; it is not there any more: at its beginning. */
    private static int after(List<Release> all, String last) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).toString().equals(last)) {
                return i + 1;
            }
        }
        return 0;
    }
}
