package org.ezhili.matters;

import java.time.Instant;
import org.ezhili.platform.AreaCode;

/**
 * 结案: the matter is closed.
 */
public record MatterClosed(long matter, AreaCode area, String category, String actor, Instant at)
        implements MatterEvent {}
