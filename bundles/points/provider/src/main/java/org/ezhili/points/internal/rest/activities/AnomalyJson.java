package org.ezhili.points.internal.rest.activities;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a person should look at: two check-ins too far from each other for the time between. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AnomalyJson(
        String id,
        String kind,
        String street,
        String account,
        @Nullable String name,
        String signup,
        String other,
        long metres,
        long seconds,
        Instant foundAt) {}
