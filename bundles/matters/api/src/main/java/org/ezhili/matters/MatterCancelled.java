package org.ezhili.matters;

import java.time.Instant;
import org.ezhili.platform.AreaCode;

/**
 * 撤销: the matter was withdrawn by its reporter or called off by somebody responsible.
 */
public record MatterCancelled(long matter, AreaCode area, String category, String actor, Instant at)
        implements MatterEvent {}
