package org.ezhili.grid.internal.geometry;

import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Names of what can be wrong with a shape. */
final class ShapeFaults {

    private ShapeFaults() {}

    static String code(int errorType) {
        return switch (errorType) {
            case TopologyValidationError.SELF_INTERSECTION, TopologyValidationError.RING_SELF_INTERSECTION ->
                "shape-crosses-itself";
            case TopologyValidationError.HOLE_OUTSIDE_SHELL -> "shape-hole-outside";
            case TopologyValidationError.NESTED_HOLES, TopologyValidationError.NESTED_SHELLS -> "shape-nested";
            case TopologyValidationError.DISCONNECTED_INTERIOR -> "shape-in-pieces";
            case TopologyValidationError.DUPLICATE_RINGS -> "shape-ring-twice";
            case TopologyValidationError.TOO_FEW_POINTS -> "ring-short";
            default -> "shape-invalid";
        };
    }
}
