package org.ezhili.matters;

import java.time.Instant;
import org.ezhili.platform.AreaCode;

/**
 * 转办: the matter was taken from one handler and given to another.
 *
 * @param from account that had it
 * @param handler account that has it now
 */
public record MatterTransferred(
        long matter, AreaCode area, String category, String actor, Instant at, String from, String handler)
        implements MatterEvent {}
