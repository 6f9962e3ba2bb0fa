package org.ezhili.planted.internal;

/** Planted: a name that says nothing. */
final class PointsManager {}
