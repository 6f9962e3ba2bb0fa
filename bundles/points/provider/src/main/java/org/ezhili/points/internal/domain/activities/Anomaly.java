package org.ezhili.points.internal.domain.activities;

import java.time.Instant;
import org.ezhili.platform.AreaCode;

/**
 * What a person should look at.
 *
 * @param kind {@code travel}: too far from the check-in before for the time between
 * @param signup the later of two sign-ups
 * @param other the earlier one
 */
public record Anomaly(
        long id,
        String kind,
        AreaCode street,
        String account,
        long signup,
        long other,
        long metres,
        long seconds,
        Instant foundAt) {}
