package org.ezhili.points.internal.store.activities;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.ezhili.platform.Ids;
import org.ezhili.platform.persistence.Database;
import org.ezhili.points.internal.domain.activities.Shift;
import org.ezhili.points.internal.domain.activities.Signup;
import org.ezhili.points.internal.domain.activities.Spot;
import org.ezhili.points.internal.domain.activities.Travel;

/** Keeps who came and went. Each statement compares the state: however often it is run, it has one effect. */
public final class CheckInStore {

    private final Database database;
    private final Ids ids;

    public CheckInStore(Database database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    /**
     * Notes that a volunteer has come.
     *
     * @param by who says so: the volunteer, or a coordinator
     * @return the sign-up as it is then, whoever changed it
     */
    public Signup checkIn(Signup signup, Spot spot, Instant at, String by) {
        return database.write(work -> {
            EntityManager em = work.entities();
            int first = em.createQuery("update SignupRow s set s.state = 'present', s.inAt = :at, s.inBy = :by,"
                            + " s.inLon = :lon, s.inLat = :lat where s.id = :id and s.state = 'seated'")
                    .setParameter("at", at)
                    .setParameter("by", by)
                    .setParameter("lon", spot.lon())
                    .setParameter("lat", spot.lat())
                    .setParameter("id", signup.id())
                    .executeUpdate();
            if (first > 0) {
                lookAtTravel(em, signup, spot, at);
            }
            return reread(em, signup);
        });
    }

    /** Notes that a volunteer has gone; the hours are public from now on. */
    public Signup checkOut(Signup signup, Shift shift, Instant at, Instant countsAt, String by) {
        return database.write(work -> {
            EntityManager em = work.entities();
            Optional<Instant> inAt = reread(em, signup).inAt();
            if (inAt.isPresent()) {
                em.createQuery("update SignupRow s set s.state = 'served', s.outAt = :at, s.outBy = :by,"
                                + " s.minutes = :minutes, s.countsAt = :countsAt"
                                + " where s.id = :id and s.state = 'present'")
                        .setParameter("at", at)
                        .setParameter("by", by)
                        .setParameter("minutes", shift.minutes(inAt.get(), at))
                        .setParameter("countsAt", countsAt)
                        .setParameter("id", signup.id())
                        .executeUpdate();
            }
            return reread(em, signup);
        });
    }

    /** Strikes hours that do not count yet. */
    public Signup strike(Signup signup, String reason) {
        return database.write(work -> {
            EntityManager em = work.entities();
            em.createQuery("update SignupRow s set s.state = 'struck', s.reason = :reason"
                            + " where s.id = :id and s.state in ('present', 'served')")
                    .setParameter("reason", reason)
                    .setParameter("id", signup.id())
                    .executeUpdate();
            return reread(em, signup);
        });
    }

    private void lookAtTravel(EntityManager em, Signup signup, Spot spot, Instant at) {
        TypedQuery<SignupRow> latest = em.createQuery(
                        "select s from SignupRow s where s.account = :account and s.inAt is not null and s.id <> :id"
                                + " order by s.inAt desc",
                        SignupRow.class)
                .setParameter("account", signup.account())
                .setParameter("id", signup.id());
        Cursors.first(latest).ifPresent(before -> before.spot().ifPresent(from -> {
            Signup other = before.toDomain();
            Instant left = other.outAt().or(other::inAt).orElseThrow();
            Travel travel = Travel.between(from, left, spot, at);
            if (travel.isImpossible()) {
                em.persist(AnomalyRow.travel(ids.next(), signup, other.id(), travel, at));
            }
        }));
    }

    private static Signup reread(EntityManager em, Signup signup) {
        SignupRow row = em.find(SignupRow.class, signup.id());
        em.refresh(row);
        return row.toDomain();
    }
}
