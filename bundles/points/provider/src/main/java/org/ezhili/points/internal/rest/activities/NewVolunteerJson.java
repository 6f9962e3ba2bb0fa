package org.ezhili.points.internal.rest.activities;

import java.util.List;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An application: for which street or community, as what, with which skills. */
public record NewVolunteerJson(
        @NotNull @Pattern(regexp = "[0-9]{6,24}") String area,
        @Nullable @Pattern(regexp = "person|staff|unit") String kind,

        @Nullable @Size(max = 20) List<@NotBlank @Size(max = 40) @Pattern(regexp = Wire.WORD) String> skills) {}
