package org.ezhili.points.internal.domain.earning;

import java.time.LocalDate;
import org.ezhili.points.OccasionKind;

/** Points that an owner got from a street on a day, for the caps. */
public record Earned(OccasionKind kind, String category, LocalDate day, long points) {}
