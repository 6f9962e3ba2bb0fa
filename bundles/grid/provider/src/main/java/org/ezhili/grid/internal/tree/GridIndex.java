package org.ezhili.grid.internal.tree;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ezhili.grid.internal.geometry.Boundary;
import org.ezhili.grid.internal.geometry.PointTest;
import org.ezhili.platform.AreaCode;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/** Finds the grid at a point: a tree of boxes first, then the exact test. Immutable after {@link #of}. */
final class GridIndex {

    /** One grid, with its point test, which the next index takes over while the boundary stays. */
    record Grid(AreaCode code, Boundary boundary, PointTest test) {}

    private final Map<AreaCode, Grid> grids;
    private final STRtree boxes;

    private GridIndex(Map<AreaCode, Grid> grids, STRtree boxes) {
        this.grids = grids;
        this.boxes = boxes;
    }

    static GridIndex of(Map<AreaCode, Boundary> tiles, Map<AreaCode, Grid> known) {
        Map<AreaCode, Grid> grids = new HashMap<>();
        STRtree boxes = new STRtree();
        tiles.forEach((code, boundary) -> {
            Grid grid = Optional.ofNullable(known.get(code))
                    .filter(before -> before.boundary() == boundary)
                    .orElseGet(() -> new Grid(code, boundary, boundary.pointTest()));
            grids.put(code, grid);
            boxes.insert(grid.test().box(), grid);
        });
        // building is lazy and not safe for many threads: it must have happened before anybody asks
        boxes.build();
        return new GridIndex(grids, boxes);
    }

    Map<AreaCode, Grid> byCode() {
        return grids;
    }

    Optional<AreaCode> at(double lon, double lat) {
        Lowest lowest = new Lowest();
        boxes.query(new Envelope(lon, lon, lat, lat), item -> {
            if (item instanceof Grid grid && grid.test().holds(lon, lat)) {
                lowest.offer(grid.code());
            }
        });
        return lowest.code;
    }

    private static final class Lowest {

        private Optional<AreaCode> code = Optional.empty();

        void offer(AreaCode other) {
            if (code.isEmpty() || other.compareTo(code.get()) < 0) {
                code = Optional.of(other);
            }
        }
    }
}
