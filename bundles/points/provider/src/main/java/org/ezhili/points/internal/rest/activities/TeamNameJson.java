package org.ezhili.points.internal.rest.activities;

import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;

/** What a team is called from now on. */
public record TeamNameJson(
        @NotBlank @Size(max = 40) @Pattern(regexp = Wire.PLAIN)
        String name) {}
