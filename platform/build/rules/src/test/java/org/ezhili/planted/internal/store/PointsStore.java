package org.ezhili.planted.internal.store;

/** Sound: what others wrongly reach for. */
public interface PointsStore {}
