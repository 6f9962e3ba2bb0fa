package org.ezhili.points.internal.rest.activities;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What anybody who has a certificate's code is told.
 *
 * @param name all but the first character hidden
 * @param holds false when some of the hours have been struck since
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CertificateCheckJson(
        String name,
        @Nullable String streetName,
        long minutes,
        int stars,
        long services,
        Instant issuedAt,
        boolean holds) {}
