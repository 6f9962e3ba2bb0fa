package org.ezhili.points.internal.domain.activities;

/** A point, in WGS 84 degrees. */
public record Spot(double lon, double lat) {

    private static final double EARTH = 6_371_008.8;

    /** Metres to another point over the mean sphere, by the haversine formula: right to half a percent. */
    public double metresTo(Spot other) {
        double dLat = Math.toRadians(other.lat - lat);
        double dLon = Math.toRadians(other.lon - lon);
        double a = Math.pow(Math.sin(dLat / 2), 2)
                + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * Math.pow(Math.sin(dLon / 2), 2);
        return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(a)));
    }
}
