package org.ezhili.grid.internal.rest;

import java.util.List;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import org.ezhili.grid.internal.live.AreaTree;
import org.ezhili.grid.internal.rest.FeaturesJson.FeatureJson;
import org.ezhili.grid.internal.tree.AreaMap;
import org.ezhili.grid.internal.tree.TreeArea;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;
import org.ezhili.platform.Page;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Requires;
import org.jspecify.annotations.Nullable;

/** Boundaries for a map. Every reader sees those of the whole district: they are public knowledge. */
@Path("/v1/boundaries")
@Produces("application/json")
public final class BoundariesResource {

    private static final int MOST = 2_000;
    private static final int USUAL = 1_000;

    private final AreaTree tree;

    public BoundariesResource(AreaTree tree) {
        this.tree = tree;
    }

    /** The areas of one level within an area, as far as they have a boundary, by code. */
    @GET
    @Requires("grid.read")
    public FeaturesJson list(
            @QueryParam("within") @Nullable String within,
            @QueryParam("level") @Nullable String level,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        AreaCode place = Parameters.code("within", within);
        AreaLevel wanted = Parameters.level("level", level);
        int most = limit(limit);
        AreaMap map = tree.map();
        if (map.find(place).isEmpty()) {
            throw new ProblemException(Problem.notFound());
        }
        List<AreaCode> codes = map.within(place)
                .filter(area -> area.code().level() == wanted && area.boundary().isPresent())
                .map(TreeArea::code)
                .toList();
        Page<AreaCode> page = Page.of(
                Parameters.page(codes, cursor == null || cursor.isEmpty() ? null : cursor, most),
                most,
                AreaCode::digits);
        List<FeatureJson> features = page.items().stream()
                .map(map::find)
                .flatMap(Optional::stream)
                .flatMap(area -> area.boundary().map(shape -> FeatureJson.of(area, shape)).stream())
                .toList();
        return new FeaturesJson("FeatureCollection", features, page.next().orElse(null));
    }

    private static int limit(@Nullable Integer limit) {
        if (limit == null) {
            return USUAL;
        }
        if (limit < 1 || limit > MOST) {
            throw ProblemException.field("limit", "out-of-range", 1, MOST);
        }
        return limit;
    }
}
