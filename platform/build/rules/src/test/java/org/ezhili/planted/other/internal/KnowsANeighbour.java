package org.ezhili.planted.other.internal;

import org.ezhili.planted.internal.store.PointsStore;

/** Planted: a module that reaches into another. */
interface KnowsANeighbour {
    PointsStore store();
}
