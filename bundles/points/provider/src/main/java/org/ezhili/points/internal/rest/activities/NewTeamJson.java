package org.ezhili.points.internal.rest.activities;

import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;

/** A team to be formed: for which street or community, and who leads it. */
public record NewTeamJson(
        @NotNull @Pattern(regexp = "[0-9]{6,24}") String area,

        @NotBlank @Size(max = 40) @Pattern(regexp = Wire.PLAIN)
        String name,

        @NotBlank @Size(max = 60) String leader) {}
