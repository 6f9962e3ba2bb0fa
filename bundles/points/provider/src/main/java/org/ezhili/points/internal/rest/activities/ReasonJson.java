package org.ezhili.points.internal.rest.activities;

import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;

/** Why something is undone. */
public record ReasonJson(
        @NotBlank @Size(max = 200) @Pattern(regexp = Wire.PLAIN)
        String reason) {}
