package org.ezhili.platform.persistence;

import javax.persistence.EntityManager;
import org.ezhili.platform.DomainEvent;
import org.ezhili.platform.module.Delivery;
import org.osgi.annotation.versioning.ProviderType;

/** A transaction at work. Valid only inside the function it was handed to, on that thread. */
@ProviderType
public interface Work {

    EntityManager entities();

    /** Tells other modules, if and when this transaction commits. */
    void publish(DomainEvent event);

    /** True when this delivery has had no committed effect before; asked in the transaction of the effect. */
    boolean firstTime(Delivery<?> delivery);
}
