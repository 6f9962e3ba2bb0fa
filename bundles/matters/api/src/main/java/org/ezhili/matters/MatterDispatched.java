package org.ezhili.matters;

import java.time.Instant;
import org.ezhili.platform.AreaCode;

/**
 * 派单: the matter was given to a handler for the first time, or again after it had come back.
 *
 * @param handler account that is to handle it
 */
public record MatterDispatched(long matter, AreaCode area, String category, String actor, Instant at, String handler)
        implements MatterEvent {}
