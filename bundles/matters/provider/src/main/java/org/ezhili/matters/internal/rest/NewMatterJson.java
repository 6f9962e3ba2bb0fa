package org.ezhili.matters.internal.rest;

import java.util.List;
import javax.validation.constraints.DecimalMax;
import javax.validation.constraints.DecimalMin;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A report, as it is sent: where by area or by point, or both when they agree. */
public record NewMatterJson(
        @NotBlank @Size(max = 12) String category,

        @NotBlank @Size(max = 2000) @Pattern(regexp = Texts.PLAIN)
        String description,

        @Nullable @Size(max = 24) String area,
        @Nullable @DecimalMin("-180") @DecimalMax("180") Double lon,
        @Nullable @DecimalMin("-90") @DecimalMax("90") Double lat,
        @Nullable @Size(max = 9) List<@NotNull @Pattern(regexp = "[0-9]{1,19}") String> photos) {}
