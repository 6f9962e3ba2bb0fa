package org.ezhili.matters;

import java.time.Instant;
import org.ezhili.platform.AreaCode;

/**
 * 不予受理: the matter was refused; its history says why.
 */
public record MatterRejected(long matter, AreaCode area, String category, String actor, Instant at)
        implements MatterEvent {}
