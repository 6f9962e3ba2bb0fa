package org.ezhili.matters;

import java.time.Instant;
import org.ezhili.platform.AreaCode;

/**
 * 上报: the matter was handed to the tier above, where it waits to be dispatched.
 *
 * @param tier that it belongs to now: {@code community}, {@code street} or {@code district}
 */
public record MatterEscalated(long matter, AreaCode area, String category, String actor, Instant at, String tier)
        implements MatterEvent {}
