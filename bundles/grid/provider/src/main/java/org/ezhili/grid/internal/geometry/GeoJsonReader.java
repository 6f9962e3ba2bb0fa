package org.ezhili.grid.internal.geometry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Reads GeoJSON (RFC 7946) polygons and multi-polygons as boundaries. Places are rounded to about a centimetre first, so that
 * what is found valid is what is kept; a height is left out; rings may run either way round.
 */
public final class GeoJsonReader {

    /** Points in one boundary, at most. */
    public static final int MOST_POINTS = 50_000;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private GeoJsonReader() {}

    public static BoundaryOutcome read(String geoJson) {
        try {
            return read(JSON.readTree(geoJson));
        } catch (JsonProcessingException unreadable) {
            return BoundaryOutcome.unfit("geometry-json");
        }
    }

    public static BoundaryOutcome read(JsonNode geometry) {
        try {
            if (!geometry.isObject()) {
                return BoundaryOutcome.unfit("geometry-missing");
            }
            JsonNode coordinates = geometry.path("coordinates");
            return switch (geometry.path("type").asText()) {
                case "Polygon" -> checked(polygon(coordinates));
                case "MultiPolygon" -> checked(multiPolygon(coordinates));
                default -> BoundaryOutcome.unfit("geometry-type");
            };
        } catch (Fault fault) {
            return fault.outcome;
        }
    }

    private static BoundaryOutcome checked(Geometry shape) {
        if (shape.getNumPoints() > MOST_POINTS) {
            return BoundaryOutcome.unfit("too-many-points", MOST_POINTS);
        }
        TopologyValidationError error = new IsValidOp(shape).getValidationError();
        if (error == null) {
            return new BoundaryOutcome.Fits(Boundary.of(shape));
        }
        Coordinate where = error.getCoordinate();
        return BoundaryOutcome.unfit(
                ShapeFaults.code(error.getErrorType()), Double.toString(where.x), Double.toString(where.y));
    }

    private static Geometry multiPolygon(JsonNode coordinates) {
        List<Polygon> polygons = new ArrayList<>();
        for (JsonNode polygon : list(coordinates)) {
            polygons.add(polygon(polygon));
        }
        return SHAPES.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private static Polygon polygon(JsonNode rings) {
        List<LinearRing> read = new ArrayList<>();
        for (JsonNode ring : list(rings)) {
            read.add(ring(ring, read.isEmpty()));
        }
        return SHAPES.createPolygon(read.get(0), read.subList(1, read.size()).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(JsonNode positions, boolean outer) {
        Coordinate[] points = new Coordinate[list(positions).size()];
        for (int i = 0; i < points.length; i++) {
            points[i] = position(positions.get(i));
        }
        if (!points[0].equals2D(points[points.length - 1])) {
            throw new Fault("ring-open");
        }
        if (points.length < 4) {
            throw new Fault("ring-short");
        }
        LinearRing ring = SHAPES.createLinearRing(points);
        return Orientation.isCCW(points) == outer ? ring : ring.reverse();
    }

    private static Coordinate position(JsonNode position) {
        if (!position.isArray()
                || position.size() < 2
                || !position.get(0).isNumber()
                || !position.get(1).isNumber()) {
            throw new Fault("position-form");
        }
        double lon = position.get(0).doubleValue();
        double lat = position.get(1).doubleValue();
        if (!(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 90)) {
            throw new Fault("lon-lat-range");
        }
        return new Coordinate(Coordinates.round(lon), Coordinates.round(lat));
    }

    private static JsonNode list(JsonNode node) {
        if (!node.isArray()) {
            throw new Fault("coordinates-form");
        }
        if (node.isEmpty()) {
            throw new Fault("coordinates-empty");
        }
        return node;
    }

    /** Leaves the reading of nested arrays at the first fault; never leaves this class. */
    private static final class Fault extends RuntimeException {

        private final transient BoundaryOutcome outcome;

        Fault(String code) {
            super(code, null, false, false);
            this.outcome = BoundaryOutcome.unfit(code);
        }
    }
}
