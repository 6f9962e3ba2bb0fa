package org.ezhili.planted.internal.rest;

/** Sound: what others wrongly reach for. */
public record PointsJson(long points) {}
