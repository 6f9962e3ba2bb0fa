package org.ezhili.planted.internal.domain;

import org.ezhili.planted.internal.store.PointsStore;

/** Planted: a rule of the domain that calls outwards. */
interface KnowsTheStore {
    PointsStore store();
}
