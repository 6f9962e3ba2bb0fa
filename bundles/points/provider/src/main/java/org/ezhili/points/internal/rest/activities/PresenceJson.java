package org.ezhili.points.internal.rest.activities;

import javax.validation.constraints.DecimalMax;
import javax.validation.constraints.DecimalMin;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;

/** The code that was scanned, and where. There is no time in it: the server's counts. */
public record PresenceJson(
        @NotNull @Size(max = 100) String code,
        @NotNull @DecimalMin("-180") @DecimalMax("180") Double lon,
        @NotNull @DecimalMin("-90") @DecimalMax("90") Double lat) {}
