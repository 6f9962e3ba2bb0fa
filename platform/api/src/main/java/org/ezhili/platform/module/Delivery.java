package org.ezhili.platform.module;

import java.time.Instant;
import org.ezhili.platform.DomainEvent;

/**
 * One event on its way to one subscription.
 *
 * @param id of the event, the same at every attempt
 * @param consumer {@code <module>.<subscription>}
 * @param at when it happened
 */
public record Delivery<E extends DomainEvent>(long id, String consumer, Instant at, E event) {}
