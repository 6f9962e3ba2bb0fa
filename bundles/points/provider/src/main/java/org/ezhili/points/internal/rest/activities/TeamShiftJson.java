package org.ezhili.points.internal.rest.activities;

import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** For which shift a team signs up, and for whose seats in it. */
public record TeamShiftJson(
        @NotNull @Pattern(regexp = Wire.ID) String shift,

        @Nullable @Size(max = 40) @Pattern(regexp = Wire.WORD)
        String skill) {}
