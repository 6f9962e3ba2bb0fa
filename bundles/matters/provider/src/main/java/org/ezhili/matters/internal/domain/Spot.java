package org.ezhili.matters.internal.domain;

/** A point on the ground, WGS 84 degrees. */
public record Spot(double lon, double lat) {}
