package org.ezhili.grid.internal.rest;

import java.util.List;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import org.ezhili.grid.internal.live.AreaTree;
import org.ezhili.grid.internal.tree.AreaMap;
import org.ezhili.grid.internal.tree.PastArea;
import org.ezhili.grid.internal.tree.TreeArea;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Requires;
import org.jspecify.annotations.Nullable;

/** The area tree. Every reader sees the whole of it: it is public knowledge. */
@Path("/v1/areas")
@Produces("application/json")
public final class AreasResource {

    private static final int MOST_VERSIONS = 200;

    private final AreaTree tree;

    public AreasResource(AreaTree tree) {
        this.tree = tree;
    }

    /** The areas directly below {@code parent}, or the topmost ones, by code. */
    @GET
    @Requires("grid.read")
    public ListJson<AreaJson> list(
            @QueryParam("parent") @Nullable String parent,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        AreaMap map = tree.map();
        List<AreaCode> codes = parent == null || parent.isEmpty() ? map.roots() : below(map, parent);
        List<TreeArea> rows = Parameters.page(codes, request).stream()
                .map(map::find)
                .flatMap(Optional::stream)
                .toList();
        Page<TreeArea> page = Page.of(rows, request.limit(), area -> area.code().digits());
        return ListJson.of(page.map(area -> AreaJson.of(map, area)));
    }

    @GET
    @Path("/{code}")
    @Requires("grid.read")
    public AreaJson get(@PathParam("code") String code) {
        AreaMap map = tree.map();
        return AreaJson.withLineage(map, existing(map, code));
    }

    /** What the area was before, the latest first. */
    @GET
    @Path("/{code}/history")
    @Requires("grid.read")
    public ListJson<PastAreaJson> history(@PathParam("code") String code) {
        TreeArea area = existing(tree.map(), code);
        return new ListJson<>(
                tree.history(area.code(), MOST_VERSIONS).stream()
                        .map(PastAreaJson::of)
                        .toList(),
                null);
    }

    /** The boundary as a GeoJSON geometry: of today, or of the day {@code on}. */
    @GET
    @Path("/{code}/boundary")
    @Requires("grid.read")
    public GeometryJson boundary(@PathParam("code") String code, @QueryParam("on") @Nullable String on) {
        TreeArea area = existing(tree.map(), code);
        return (on == null || on.isEmpty()
                        ? area.boundary()
                        : tree.on(area.code(), Parameters.day("on", on)).flatMap(PastArea::boundary))
                .map(GeometryJson::of)
                .orElseThrow(() -> ProblemException.of(404, "no-boundary", area.code()));
    }

    private static List<AreaCode> below(AreaMap map, String parent) {
        return map.children(existing(map, Parameters.code("parent", parent)).code());
    }

    private static TreeArea existing(AreaMap map, String code) {
        return AreaCode.parse(code).flatMap(map::find).orElseThrow(AreasResource::notFound);
    }

    private static TreeArea existing(AreaMap map, AreaCode code) {
        return map.find(code).orElseThrow(AreasResource::notFound);
    }

    private static ProblemException notFound() {
        return new ProblemException(Problem.notFound());
    }
}
