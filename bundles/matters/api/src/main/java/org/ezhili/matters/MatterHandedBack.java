package org.ezhili.matters;

import java.time.Instant;
import org.ezhili.platform.AreaCode;

/**
 * 退回: the handler has given the matter back; it waits to be dispatched again.
 *
 * @param from account that had it
 */
public record MatterHandedBack(long matter, AreaCode area, String category, String actor, Instant at, String from)
        implements MatterEvent {}
