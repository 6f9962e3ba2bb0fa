package org.ezhili.points.internal.domain.activities;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody is there.
 *
 * @param by who says so: the volunteer, or a coordinator
 * @param device hash of what the phone calls itself; empty when it was a coordinator
 */
public record Presence(Spot spot, Instant at, String by, Optional<String> device) {}
