package org.ezhili.matters;

import java.time.Instant;
import org.ezhili.platform.AreaCode;

/**
 * 核查: somebody other than the handler has seen that it is done.
 */
public record MatterVerified(long matter, AreaCode area, String category, String actor, Instant at)
        implements MatterEvent {}
