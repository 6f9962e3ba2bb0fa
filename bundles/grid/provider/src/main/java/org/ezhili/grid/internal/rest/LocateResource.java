package org.ezhili.grid.internal.rest;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import org.ezhili.grid.internal.live.AreaTree;
import org.ezhili.grid.internal.rest.AreaJson.StepJson;
import org.ezhili.grid.internal.tree.AreaMap;
import org.ezhili.grid.internal.tree.TreeArea;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Requires;
import org.jspecify.annotations.Nullable;

/** Which grid a point lies in. */
@Path("/v1/locate")
@Produces("application/json")
public final class LocateResource {

    private final AreaTree tree;

    public LocateResource(AreaTree tree) {
        this.tree = tree;
    }

    /**
     * The grid of a point.
     *
     * @param lineage from the district down to the grid
     */
    public record FoundJson(AreaJson grid, List<StepJson> lineage) {}

    @GET
    @Requires("grid.read")
    public FoundJson locate(@QueryParam("lon") @Nullable String lon, @QueryParam("lat") @Nullable String lat) {
        double east = Parameters.degrees("lon", lon, 180);
        double north = Parameters.degrees("lat", lat, 90);
        AreaMap map = tree.map();
        TreeArea grid = map.locate(east, north).orElseThrow(() -> ProblemException.of(404, "outside-district"));
        return new FoundJson(AreaJson.of(map, grid), AreaJson.lineage(map, grid.code()));
    }
}
