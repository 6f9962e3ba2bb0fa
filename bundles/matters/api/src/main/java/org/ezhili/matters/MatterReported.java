package org.ezhili.matters;

import java.time.Instant;
import org.ezhili.platform.AreaCode;

/**
 * 报事: a matter was reported; the actor is its reporter.
 */
public record MatterReported(long matter, AreaCode area, String category, String actor, Instant at)
        implements MatterEvent {}
