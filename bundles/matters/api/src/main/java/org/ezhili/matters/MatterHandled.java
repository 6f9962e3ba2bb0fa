package org.ezhili.matters;

import java.time.Instant;
import org.ezhili.platform.AreaCode;

/**
 * 处置完成: the handler says that it is done; it waits to be verified.
 */
public record MatterHandled(long matter, AreaCode area, String category, String actor, Instant at)
        implements MatterEvent {}
