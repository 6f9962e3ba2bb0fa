package org.ezhili.points.internal.domain.activities;

import java.time.Instant;

/**
 * A shift as one is reminded of it.
 *
 * @param title of the activity
 */
public record ShiftTitle(String title, Instant startsAt, Instant endsAt) {}
