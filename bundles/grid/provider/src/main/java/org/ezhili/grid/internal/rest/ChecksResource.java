package org.ezhili.grid.internal.rest;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import org.ezhili.grid.internal.geometry.Tiling;
import org.ezhili.grid.internal.live.AreaTree;
import org.ezhili.grid.internal.tree.AreaMap;
import org.ezhili.grid.internal.tree.TreeCheck;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Requires;
import org.jspecify.annotations.Nullable;

/** Whether grids tile their communities. */
@Path("/v1/checks")
@Produces("application/json")
public final class ChecksResource {

    private final AreaTree tree;

    public ChecksResource(AreaTree tree) {
        this.tree = tree;
    }

    /**
     * What a check found.
     *
     * @param missing codes of grids without a boundary
     */
    public record ChecksJson(List<OverlapJson> overlaps, List<GapJson> gaps, List<String> missing) {}

    public record OverlapJson(String a, String b, double squareMetres) {

        static List<OverlapJson> of(List<Tiling.Overlap> overlaps) {
            return overlaps.stream()
                    .map(found -> new OverlapJson(found.a().digits(), found.b().digits(), found.squareMetres()))
                    .toList();
        }
    }

    public record GapJson(String within, double squareMetres) {

        static List<GapJson> of(List<Tiling.Gap> gaps) {
            return gaps.stream()
                    .map(found -> new GapJson(found.within().digits(), found.squareMetres()))
                    .toList();
        }
    }

    @GET
    @Requires("grid.read")
    public ChecksJson check(@QueryParam("within") @Nullable String within) {
        AreaCode place = Parameters.code("within", within);
        AreaMap map = tree.map();
        if (map.find(place).isEmpty()) {
            throw new ProblemException(Problem.notFound());
        }
        TreeCheck check = TreeCheck.of(map, place);
        return new ChecksJson(
                OverlapJson.of(check.overlaps()),
                GapJson.of(check.gaps()),
                check.missing().stream().map(AreaCode::digits).toList());
    }
}
