package org.ezhili.points.internal.rest.activities;

import java.time.Instant;

/**
 * Hours that are public before they count.
 *
 * @param name of who served, all but the first character hidden
 */
public record HoursJson(
        String id,
        String name,
        String activity,
        String title,
        String street,
        Instant servedAt,
        int minutes,
        Instant countsAt) {}
