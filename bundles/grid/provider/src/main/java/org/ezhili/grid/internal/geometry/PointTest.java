package org.ezhili.grid.internal.geometry;

import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/** Whether points lie in one shape. Thread-safe. */
public final class PointTest {

    private final Envelope box;
    private final IndexedPointInAreaLocator locator;

    PointTest(Geometry shape) {
        this.box = shape.getEnvelopeInternal();
        this.locator = new IndexedPointInAreaLocator(shape);
    }

    public Envelope box() {
        return new Envelope(box);
    }

    /** True inside and on the boundary itself. */
    public boolean holds(double lon, double lat) {
        return box.covers(lon, lat) && locator.locate(new Coordinate(lon, lat)) != Location.EXTERIOR;
    }
}
