package org.ezhili.platform.modules.internal.store;

import javax.persistence.EntityManager;

/** Counts of changes, one for each kind of thing that nodes look at every second. Whoever counts up first goes first. */
final class Revisions {

    static final int SWITCHES = 1;
    static final int SETTINGS = 2;

    private Revisions() {}

    static long next(EntityManager entities, int kind) {
        entities.createQuery("UPDATE RevisionRow r SET r.changes = r.changes + 1 WHERE r.id = :kind")
                .setParameter("kind", kind)
                .executeUpdate();
        return now(entities, kind);
    }

    static long now(EntityManager entities, int kind) {
        return entities.createQuery("SELECT r FROM RevisionRow r WHERE r.id = :kind", RevisionRow.class)
                .setParameter("kind", kind)
                .getSingleResult()
                .changes();
    }
}
