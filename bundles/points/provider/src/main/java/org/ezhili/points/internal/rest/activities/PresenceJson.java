package org.ezhili.points.internal.rest.activities;

import javax.validation.constraints.DecimalMax;
import javax.validation.constraints.DecimalMin;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The code that was scanned, and where. There is no time in it: the server's counts.
 *
 * @param device a random name that the phone has given itself and keeps; left out where it keeps none
 */
public record PresenceJson(
        @NotNull @Size(max = 100) String code,

        @Nullable @Pattern(regexp = "[A-Za-z0-9_-]{16,64}") String device,

        @NotNull @DecimalMin("-180") @DecimalMax("180") Double lon,
        @NotNull @DecimalMin("-90") @DecimalMax("90") Double lat) {}
