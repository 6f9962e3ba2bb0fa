package org.ezhili.grid.internal.tree;

import java.time.LocalDate;
import java.util.Optional;
import org.ezhili.grid.Area;
import org.ezhili.grid.internal.geometry.Boundary;
import org.ezhili.platform.AreaCode;

/**
 * One area as the tree holds it.
 *
 * @param since first day on which it is as it is
 * @param version counts its changes, from 1
 */
public record TreeArea(Area area, Optional<Boundary> boundary, LocalDate since, int version) {

    public AreaCode code() {
        return area.code();
    }
}
