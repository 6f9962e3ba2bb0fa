package org.ezhili.points.internal.store.activities;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Ids;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.persistence.DuplicateRowException;
import org.ezhili.points.internal.domain.activities.Anomaly;
import org.ezhili.points.internal.domain.activities.Signup;
import org.ezhili.points.internal.store.Cursors;

/** Keeps suspicions until a person has looked at them, and what that person found. */
public final class AnomalyStore {

    private final Database database;
    private final CheckInStore checkIns;
    private final Ids ids;
    private final Clock clock;

    public AnomalyStore(Database database, CheckInStore checkIns, Ids ids, Clock clock) {
        this.database = database;
        this.checkIns = checkIns;
        this.ids = ids;
        this.clock = clock;
    }

    public Optional<Anomaly> find(long id) {
        return database.read(
                em -> Optional.ofNullable(em.find(AnomalyRow.class, id)).map(AnomalyRow::toDomain));
    }

    /** @param open true: those that nobody has looked at; false: the others; empty: all */
    public Page<Anomaly> list(List<AreaCode> streets, Optional<Boolean> open, PageRequest page) {
        long before = Cursors.before(page);
        List<Anomaly> rows = database.read(em -> {
            TypedQuery<AnomalyRow> query = em.createQuery(
                    "select a from AnomalyRow a where a.id < :before and " + Cursors.within("a.street", streets)
                            + open.map(only -> only ? " and a.state = :open" : " and a.state <> :open")
                                    .orElse("")
                            + " order by a.id desc",
                    AnomalyRow.class);
            open.ifPresent(only -> query.setParameter("open", AnomalyRow.OPEN));
            return Cursors.bind(query, streets)
                    .setParameter("before", before)
                    .setMaxResults(page.limit() + 1)
                    .getResultStream()
                    .map(AnomalyRow::toDomain)
                    .toList();
        });
        return Page.of(rows, page.limit(), anomaly -> String.valueOf(anomaly.id()));
    }

    /** Keeps what somebody has against hours that are public: they do not count before a person has looked. Once per person. */
    public void object(Signup signup, String by, String reason) {
        note(AnomalyRow.objection(ids.next(), signup, by, reason, now()));
    }

    /** Keeps a suspicion; false when it is there already. */
    boolean note(AnomalyRow suspicion) {
        try {
            return database.write(work -> {
                EntityManager em = work.entities();
                boolean known = em.createQuery("select count(a) from AnomalyRow a where a.mark = :mark", Long.class)
                                .setParameter("mark", suspicion.mark())
                                .getSingleResult()
                        > 0;
                if (!known) {
                    em.persist(suspicion);
                }
                return !known;
            });
        } catch (DuplicateRowException sameMoment) {
            return false;
        }
    }

    /**
     * Keeps what a person has found. Where something is wrong with one sign-up, its hours are struck, and points given for them
     * are taken back. The first finding stays.
     *
     * @return the suspicion as it is then
     */
    public Anomaly judge(Anomaly anomaly, boolean upheld, String by, String note) {
        return database.write(work -> {
            EntityManager em = work.entities();
            int first = em.createQuery("update AnomalyRow a set a.state = :state, a.judgedBy = :by, a.judgedAt = :at,"
                            + " a.note = :note where a.id = :id and a.state = :open")
                    .setParameter("state", upheld ? AnomalyRow.UPHELD : AnomalyRow.CLEARED)
                    .setParameter("by", by)
                    .setParameter("at", now())
                    .setParameter("note", note)
                    .setParameter("id", anomaly.id())
                    .setParameter("open", AnomalyRow.OPEN)
                    .executeUpdate();
            if (first > 0 && upheld && isAboutOneSignup(anomaly)) {
                checkIns.strike(work, anomaly.signup(), note);
            }
            AnomalyRow row = em.find(AnomalyRow.class, anomaly.id());
            em.refresh(row);
            return row.toDomain();
        });
    }

    private static boolean isAboutOneSignup(Anomaly anomaly) {
        return anomaly.kind() == Anomaly.Kind.TRAVEL || anomaly.kind() == Anomaly.Kind.OBJECTION;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
