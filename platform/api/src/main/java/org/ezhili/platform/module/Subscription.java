package org.ezhili.platform.module;

import java.util.function.Consumer;
import org.ezhili.platform.DomainEvent;

/**
 * A module's wish to be told of events.
 *
 * @param name of the subscription within its module, stable over versions: what was delivered to the old version is not
 *     delivered again to the new one
 * @param type which events
 * @param handler acts on one event; returns when the effect is committed. An exception means: later again. The same event may
 *     come twice: the handler asks {@code Work.firstTime} in the transaction of its effect
 */
public record Subscription<E extends DomainEvent>(String name, Class<E> type, Consumer<Delivery<E>> handler) {}
