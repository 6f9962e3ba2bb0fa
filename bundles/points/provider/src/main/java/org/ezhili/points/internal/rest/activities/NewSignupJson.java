package org.ezhili.points.internal.rest.activities;

import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * For which shift, and for whose seats in it.
 *
 * @param account of the volunteer, when a coordinator signs up somebody else; otherwise left out
 */
public record NewSignupJson(
        @NotNull @Pattern(regexp = Wire.ID) String shift,

        @Nullable @Size(max = 40) @Pattern(regexp = Wire.WORD)
        String skill,

        @Nullable @Size(max = 60) String account) {}
