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
import org.ezhili.platform.module.Settings;
import org.jspecify.annotations.Nullable;

/** Which grid a point lies in. */
@Path("/v1/locate")
@Produces("application/json")
public final class LocateResource {

    private final AreaTree tree;
    private final Settings settings;

    public LocateResource(AreaTree tree, Settings settings) {
        this.tree = tree;
        this.settings = settings;
    }

    /**
     * The grid of a point.
     *
     * @param lineage from the district down to the grid
     * @param contact whom to call there; null when the street has said nothing
     */
    public record FoundJson(
            AreaJson grid, List<StepJson> lineage, @Nullable ContactJson contact) {}

    /** Whom to call, and when, as the street has set it. */
    public record ContactJson(String phone, String hours) {}

    @GET
    @Requires("grid.read")
    public FoundJson locate(@QueryParam("lon") @Nullable String lon, @QueryParam("lat") @Nullable String lat) {
        double east = Parameters.degrees("lon", lon, 180);
        double north = Parameters.degrees("lat", lat, 90);
        AreaMap map = tree.map();
        TreeArea grid = map.locate(east, north).orElseThrow(() -> ProblemException.of(404, "outside-district"));
        return new FoundJson(AreaJson.of(map, grid), AreaJson.lineage(map, grid.code()), contact(grid));
    }

    private @Nullable ContactJson contact(TreeArea grid) {
        Settings.Values set = settings.of("grid", grid.code());
        String phone = set.text("phone");
        return phone.isEmpty() ? null : new ContactJson(phone, set.text("hours"));
    }
}
