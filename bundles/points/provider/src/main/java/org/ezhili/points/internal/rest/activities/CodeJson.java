package org.ezhili.points.internal.rest.activities;

import java.time.Instant;

/** What the screen at the activity shows, and until when. */
public record CodeJson(String code, Instant shownUntil) {}
