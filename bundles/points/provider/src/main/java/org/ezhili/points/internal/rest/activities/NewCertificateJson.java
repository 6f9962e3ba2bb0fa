package org.ezhili.points.internal.rest.activities;

import javax.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which hours are to be certified.
 *
 * @param volunteer id of somebody whom the caller coordinates: the hours in that street; left out: the caller's own
 * @param street in which the caller's hours were served; left out: in all of the district
 */
public record NewCertificateJson(
        @Nullable @Pattern(regexp = Wire.ID) String volunteer,
        @Nullable @Pattern(regexp = "[0-9]{9}") String street) {}
