package org.ezhili.points.internal.rest.activities;

import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What becomes of an application; a refusal needs its reason. */
public record DecisionJson(
        @NotNull Boolean approved,

        @Nullable @Size(max = 200) @Pattern(regexp = Wire.PLAIN)
        String reason) {}
