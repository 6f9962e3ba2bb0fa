package org.ezhili.points.internal.rest.activities;

import java.util.List;
import javax.validation.Valid;
import javax.validation.constraints.DecimalMax;
import javax.validation.constraints.DecimalMin;
import javax.validation.constraints.Max;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotEmpty;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;

/**
 * An activity, as it is published.
 *
 * @param fence metres around the point within which one checks in
 */
public record NewActivityJson(
        @NotNull @Pattern(regexp = "[0-9]{6,24}") String area,

        @NotBlank @Size(max = 80) @Pattern(regexp = Wire.PLAIN)
        String title,

        @NotBlank @Size(max = 2000) @Pattern(regexp = Wire.PLAIN)
        String description,

        @NotBlank @Size(max = 40) @Pattern(regexp = Wire.PLAIN)
        String category,

        @NotNull @DecimalMin("-180") @DecimalMax("180") Double lon,
        @NotNull @DecimalMin("-90") @DecimalMax("90") Double lat,
        @NotNull @Min(20) @Max(2_000) Integer fence,
        @NotEmpty @Size(max = 50) List<@NotNull @Valid ShiftJson> shifts) {}
