package org.ezhili.matters;

import java.time.Instant;
import org.ezhili.platform.AreaCode;

/**
 * 接单: the handler has taken the matter in hand.
 */
public record MatterTaken(long matter, AreaCode area, String category, String actor, Instant at)
        implements MatterEvent {}
