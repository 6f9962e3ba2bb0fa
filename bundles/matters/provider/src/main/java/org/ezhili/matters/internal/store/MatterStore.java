package org.ezhili.matters.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.ezhili.matters.internal.domain.Action;
import org.ezhili.matters.internal.domain.Matter;
import org.ezhili.matters.internal.domain.News;
import org.ezhili.matters.internal.domain.Outcome.Done;
import org.ezhili.matters.internal.domain.Step;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.Ids;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.persistence.Once;
import org.ezhili.platform.persistence.Work;

/** Keeps matters and their histories. */
public final class MatterStore {

    private final Database database;
    private final Ids ids;

    public MatterStore(Database database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    /** Adds a matter that was just reported; its photos are used up with it. */
    public void add(Matter matter) {
        database.write(work -> insert(work, matter));
    }

    /** As {@link #add}, once per key; the answer is the id of the matter that is there then. */
    public Once addOnce(IdempotencyKey key, Matter matter) {
        return database.once(key, work -> insert(work, matter));
    }

    public Optional<Matter> find(long id) {
        return database.read(
                em -> Optional.ofNullable(em.find(MatterRow.class, id)).map(MatterRow::toDomain));
    }

    /** Whether the matter is or was given to this account. */
    public boolean wasGiven(long id, String account) {
        return database.read(em -> em.find(InvolvedRow.class, new InvolvedRowId(account, id)) != null);
    }

    /** The history of a matter, oldest step first. */
    public List<Step> history(long id) {
        return database.read(
                em -> em.createQuery("select s from StepRow s where s.matter = :id order by s.seq", StepRow.class)
                        .setParameter("id", id)
                        .getResultStream()
                        .map(StepRow::toDomain)
                        .toList());
    }

    /**
     * Keeps what was done to a matter.
     *
     * @return false when somebody else did something to it first: nothing is kept then
     */
    public boolean keep(Action action, Done done) {
        return database.write(work -> {
            EntityManager em = work.entities();
            if (update(em, done) == 0) {
                return false;
            }
            Matter matter = done.matter();
            em.persist(StepRow.from(done.step()));
            if (done.before().state() != matter.state()) {
                em.persist(Tallies.change(ids, done.before(), -1));
                em.persist(Tallies.change(ids, matter, 1));
            }
            matter.handler()
                    .filter(account -> !done.before().isHandledBy(account))
                    .ifPresent(account -> involve(em, account, matter.id()));
            PhotoStore.use(em, done.step().photos(), done.step().actor(), matter.id());
            work.publish(News.of(action, done));
            return true;
        });
    }

    private String insert(Work work, Matter matter) {
        EntityManager em = work.entities();
        PhotoStore.use(em, matter.photos(), matter.reporter(), matter.id());
        em.persist(MatterRow.from(matter));
        em.persist(StepRow.from(Step.reported(matter)));
        em.persist(Tallies.change(ids, matter, 1));
        work.publish(News.reported(matter));
        return String.valueOf(matter.id());
    }

    private static int update(EntityManager em, Done done) {
        Matter matter = done.matter();
        Instant owedBy = MatterRow.owedBy(matter);
        // a parameter without a value has no type either, and PostgreSQL wants one
        Query update = em.createQuery("update MatterRow m set m.version = :next, m.state = :state, m.tier = :tier,"
                + " m.handler = :handler, m.returned = :returned, m.owedBy = " + (owedBy == null ? "null" : ":owedBy")
                + " where m.id = :id and m.version = :version");
        if (owedBy != null) {
            update.setParameter("owedBy", owedBy);
        }
        return update.setParameter("next", matter.version())
                .setParameter("state", matter.state().word())
                .setParameter("tier", matter.tier().word())
                .setParameter("handler", matter.handler().orElse(null))
                .setParameter("returned", matter.returned())
                .setParameter("id", matter.id())
                .setParameter("version", done.before().version())
                .executeUpdate();
    }

    private static void involve(EntityManager em, String account, long matter) {
        if (em.find(InvolvedRow.class, new InvolvedRowId(account, matter)) == null) {
            em.persist(InvolvedRow.of(account, matter));
        }
    }
}
