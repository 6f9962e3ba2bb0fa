package org.ezhili.points.internal.rest.activities;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Hours that were certified.
 *
 * @param code by which anybody who is shown the paper can ask whether it is true
 * @param street in which they were served; left out: all of the district
 * @param services how many shifts it were
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CertificateJson(
        String id,
        String code,
        String account,
        String name,
        @Nullable String street,
        @Nullable String streetName,
        long minutes,
        int stars,
        long services,
        Instant issuedAt) {}
