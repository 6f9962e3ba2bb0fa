package org.ezhili.grid.internal.tree;

import java.time.LocalDate;
import java.util.Optional;
import org.ezhili.grid.Area;
import org.ezhili.grid.internal.geometry.Boundary;

/**
 * What an area was for some days.
 *
 * @param from first day
 * @param to first day on which it was something else; the same as {@code from} for what did not last the day
 */
public record PastArea(Area area, Optional<Boundary> boundary, LocalDate from, LocalDate to) {}
