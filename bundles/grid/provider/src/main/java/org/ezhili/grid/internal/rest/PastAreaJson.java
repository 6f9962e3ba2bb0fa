package org.ezhili.grid.internal.rest;

import org.ezhili.grid.internal.geometry.Boundary;
import org.ezhili.grid.internal.tree.PastArea;
import org.jspecify.annotations.Nullable;

/**
 * What an area was for some days.
 *
 * @param from first day
 * @param to first day on which it was something else
 * @param squareMetres null without a boundary
 */
public record PastAreaJson(
        String name,
        String kind,
        String from,
        String to,
        @Nullable Long squareMetres) {

    static PastAreaJson of(PastArea past) {
        return new PastAreaJson(
                past.area().name(),
                past.area().kind().word(),
                past.from().toString(),
                past.to().toString(),
                past.boundary().map(Boundary::squareMetres).map(Math::round).orElse(null));
    }
}
