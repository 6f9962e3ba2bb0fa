package org.ezhili.grid.internal.tree;

import java.util.Optional;
import org.ezhili.grid.Area;
import org.ezhili.grid.AreaKind;
import org.ezhili.grid.internal.geometry.Boundary;
import org.ezhili.platform.AreaCode;

/**
 * An area as somebody wants it.
 *
 * @param kind empty leaves it as it is, or takes the usual one of the level
 * @param boundary empty leaves it as it is
 */
public record Draft(AreaCode code, String name, Optional<AreaKind> kind, Optional<Boundary> boundary) {

    /** The same area with a boundary. */
    static Draft boundaryOf(Area area, Boundary boundary) {
        return new Draft(area.code(), area.name(), Optional.of(area.kind()), Optional.of(boundary));
    }
}
