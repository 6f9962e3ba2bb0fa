package org.ezhili.grid.internal.geometry;

/** A point in WGS 84 degrees. */
public record LonLat(double lon, double lat) {}
