package org.ezhili.grid.internal.geometry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** Writes shapes as GeoJSON geometries (RFC 7946): outer rings counter-clockwise, holes clockwise, no exponents. */
final class GeoJsonText {

    private GeoJsonText() {}

    static String write(Geometry shape) {
        StringBuilder text = new StringBuilder(64 + 24 * shape.getNumPoints());
        if (shape instanceof MultiPolygon many) {
            text.append("{\"type\":\"MultiPolygon\",\"coordinates\":[");
            for (int i = 0; i < many.getNumGeometries(); i++) {
                comma(text, i);
                polygon(text, (Polygon) many.getGeometryN(i));
            }
            text.append("]}");
        } else {
            text.append("{\"type\":\"Polygon\",\"coordinates\":");
            polygon(text, (Polygon) shape);
            text.append('}');
        }
        return text.toString();
    }

    private static void polygon(StringBuilder text, Polygon polygon) {
        text.append('[');
        ring(text, polygon.getExteriorRing());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            text.append(',');
            ring(text, polygon.getInteriorRingN(i));
        }
        text.append(']');
    }

    private static void ring(StringBuilder text, LinearRing ring) {
        text.append('[');
        Coordinate[] points = ring.getCoordinates();
        for (int i = 0; i < points.length; i++) {
            comma(text, i);
            text.append('[');
            number(text, points[i].x);
            text.append(',');
            number(text, points[i].y);
            text.append(']');
        }
        text.append(']');
    }

    private static void number(StringBuilder text, double degrees) {
        BigDecimal rounded = BigDecimal.valueOf(degrees)
                .setScale(Coordinates.DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        text.append(rounded.toPlainString());
    }

    private static void comma(StringBuilder text, int index) {
        if (index > 0) {
            text.append(',');
        }
    }
}
