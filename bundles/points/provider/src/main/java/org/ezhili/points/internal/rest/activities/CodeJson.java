package org.ezhili.points.internal.rest.activities;

import java.time.Instant;

/**
 * What the screen at the activity shows, and until when.
 *
 * @param digits for who cannot scan; sent as {@code <activity>:<digits>}
 */
public record CodeJson(String code, String digits, Instant shownUntil) {}
