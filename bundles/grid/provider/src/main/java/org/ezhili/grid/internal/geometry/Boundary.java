package org.ezhili.grid.internal.geometry;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** The boundary of one area: a valid polygon or multi-polygon in WGS 84 degrees. Immutable. */
public final class Boundary {

    private final Geometry shape;
    private final String geoJson;
    private final double squareMetres;
    private final LonLat centre;

    private Boundary(Geometry shape) {
        this.shape = shape;
        this.geoJson = GeoJsonText.write(shape);
        this.squareMetres = Ground.squareMetres(shape);
        this.centre = middle(shape);
    }

    /** Of a shape that {@link GeoJsonReader} has found valid. */
    static Boundary of(Geometry shape) {
        return new Boundary(shape);
    }

    /** For reading only. */
    Geometry shape() {
        return shape;
    }

    /** The boundary as a GeoJSON geometry, outer rings counter-clockwise. */
    public String geoJson() {
        return geoJson;
    }

    public double squareMetres() {
        return squareMetres;
    }

    /** A point inside: the centre of gravity where that lies inside. */
    public LonLat centre() {
        return centre;
    }

    /** Whether both enclose the same ground by the same points, wherever their rings start. */
    public boolean sameAs(Boundary other) {
        return geoJson.equals(other.geoJson) || shape.norm().equalsExact(other.shape.norm());
    }

    /** Makes what answers "is this point inside" quickly; safe for many threads. */
    public PointTest pointTest() {
        return new PointTest(shape);
    }

    private static LonLat middle(Geometry shape) {
        Point gravity = shape.getCentroid();
        Point inside = shape.covers(gravity) ? gravity : shape.getInteriorPoint();
        return new LonLat(Coordinates.round(inside.getX()), Coordinates.round(inside.getY()));
    }
}
