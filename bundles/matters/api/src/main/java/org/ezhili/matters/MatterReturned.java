package org.ezhili.matters;

import java.time.Instant;
import org.ezhili.platform.AreaCode;

/**
 * 返工: the check failed; the matter is in its handler's hand again.
 *
 * @param handler account that has to do it again
 */
public record MatterReturned(long matter, AreaCode area, String category, String actor, Instant at, String handler)
        implements MatterEvent {}
