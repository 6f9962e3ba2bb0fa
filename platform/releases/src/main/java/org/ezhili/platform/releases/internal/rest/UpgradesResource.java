package org.ezhili.platform.releases.internal.rest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
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
import org.ezhili.platform.releases.internal.upgrades.Upgrade;
import org.ezhili.platform.releases.internal.upgrades.Upgrades;
import org.ezhili.platform.releases.internal.walk.NotWalkedException;
import org.ezhili.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;

/**
 * Upgrades and roll-backs: asked for here, gone by every node, watched here. Asking twice is safe: a module is on one way at a
 * time, and one that is there already is refused.
 */
@Path("/v1")
@Produces("application/json")
public final class UpgradesResource {

    private final Upgrades upgrades;

    public UpgradesResource(Upgrades upgrades) {
        this.upgrades = upgrades;
    }

    @GET
    @Path("/upgrades")
    @Requires(ReleasePermissions.READ)
    public PageJson<UpgradeJson> list(
            @Context Locale locale,
            @QueryParam("module") @Nullable String module,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        if (request.cursor().isPresent()
                && request.cursor().flatMap(UpgradesResource::number).isEmpty()) {
            throw ProblemException.field("cursor", "cursor");
        }
        Page<Upgrade> page = upgrades.list(Optional.ofNullable(module).filter(name -> !name.isEmpty()), request);
        return PageJson.of(page, upgrade -> UpgradeJson.of(upgrade, locale));
    }

    @GET
    @Path("/upgrades/{id}")
    @Requires(ReleasePermissions.READ)
    public UpgradeJson find(@Context Locale locale, @PathParam("id") String id) {
        return number(id)
                .flatMap(upgrades::find)
                .map(upgrade -> UpgradeJson.of(upgrade, locale))
                .orElseThrow(() -> new ProblemException(Problem.notFound()));
    }

    @POST
    @Path("/upgrades")
    @Consumes("application/json")
    @Requires(ReleasePermissions.UPGRADE)
    public Response upgrade(@Context Caller caller, @Context Locale locale, UpgradeWishJson wish) {
        Map<String, Version> to = new TreeMap<>();
        wish.modules().forEach(part -> to.put(part.module(), Version.parseVersion(part.version())));
        if (to.size() < wish.modules().size()) {
            throw ProblemException.field("modules", "twice");
        }
        return begun(() -> upgrades.upgrade(caller, to), locale);
    }

    /**
     * One way back.
     *
     * @param to the version that the module would come to; empty where it would leave
     */
    public record WayBackJson(String module, String from, String to) {}

    /** Where a roll-back would lead to, for each module that has one; no more than there are modules. */
    @GET
    @Path("/rollbacks")
    @Requires(ReleasePermissions.READ)
    public PageJson<WayBackJson> waysBack() {
        List<WayBackJson> ways = upgrades.waysBack().stream()
                .map(step -> new WayBackJson(
                        step.module(),
                        step.from().toString(),
                        step.isLast() ? "" : step.to().toString()))
                .toList();
        return new PageJson<>(ways, null);
    }

    @POST
    @Path("/rollbacks")
    @Consumes("application/json")
    @Requires(ReleasePermissions.UPGRADE)
    public Response rollBack(@Context Caller caller, @Context Locale locale, RollBackWishJson wish) {
        return begun(() -> upgrades.rollBack(caller, wish.module()), locale);
    }

    /** Gives an open walk up. Nodes that have switched already walk back. */
    @DELETE
    @Path("/upgrades/{id}")
    @Requires(ReleasePermissions.UPGRADE)
    public Response callOff(@Context Caller caller, @PathParam("id") String id) {
        long known = number(id)
                .filter(number -> upgrades.find(number).isPresent())
                .orElseThrow(() -> new ProblemException(Problem.notFound()));
        if (!upgrades.callOff(caller, known)) {
            throw ProblemException.of(409, "walk-over", id);
        }
        return Response.accepted().build();
    }

    /** Something that may be refused with the reason in words. */
    private interface Wish {
        Upgrade open() throws NotWalkedException;
    }

    private static Response begun(Wish wish, Locale locale) {
        try {
            return Response.accepted(UpgradeJson.of(wish.open(), locale)).build();
        } catch (NotWalkedException refused) {
            throw new ProblemException(refused.why());
        }
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text)).filter(number -> number >= 0);
        } catch (NumberFormatException noId) {
            return Optional.empty();
        }
    }
}
