package org.ezhili.matters;

import java.time.Instant;
import org.ezhili.platform.AreaCode;

/**
 * 受理: somebody responsible has accepted the matter; it waits to be dispatched.
 */
public record MatterAccepted(long matter, AreaCode area, String category, String actor, Instant at)
        implements MatterEvent {}
