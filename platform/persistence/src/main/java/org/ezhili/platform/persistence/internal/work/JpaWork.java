package org.ezhili.platform.persistence.internal.work;

import java.sql.Connection;
import javax.persistence.EntityManager;
import org.ezhili.platform.DomainEvent;
import org.ezhili.platform.module.Delivery;
import org.ezhili.platform.persistence.Work;

final class JpaWork implements Work {

    private final EntityManager entities;
    private final Ledgers ledgers;
    private boolean published;

    JpaWork(EntityManager entities, Ledgers ledgers) {
        this.entities = entities;
        this.ledgers = ledgers;
    }

    @Override
    public EntityManager entities() {
        return entities;
    }

    @Override
    public void publish(DomainEvent event) {
        ledgers.keepEvent(entities.unwrap(Connection.class), event);
        published = true;
    }

    @Override
    public boolean firstTime(Delivery<?> delivery) {
        return ledgers.enterInbox(entities.unwrap(Connection.class), delivery.consumer(), delivery.id());
    }

    boolean hasPublished() {
        return published;
    }
}
