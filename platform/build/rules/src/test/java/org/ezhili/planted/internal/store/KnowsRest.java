package org.ezhili.planted.internal.store;

import org.ezhili.planted.internal.rest.PointsJson;

/** Planted: a store that knows the wire. */
interface KnowsRest {
    PointsJson json();
}
