package org.ezhili.points.internal.rest.rewards;

import java.time.Instant;

/** What a holder shows as a QR code, good for a few minutes even at a counter without a line. */
public record PassJson(String pass, Instant until) {}
