package org.ezhili.points.internal.store.activities;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.ezhili.platform.Ids;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.persistence.Work;
import org.ezhili.points.OccasionKind;
import org.ezhili.points.internal.domain.activities.Presence;
import org.ezhili.points.internal.domain.activities.Shift;
import org.ezhili.points.internal.domain.activities.Signup;
import org.ezhili.points.internal.domain.activities.SignupState;
import org.ezhili.points.internal.domain.activities.Spot;
import org.ezhili.points.internal.domain.activities.Travel;
import org.ezhili.points.internal.domain.notices.News;
import org.ezhili.points.internal.domain.notices.NoticeKind;
import org.ezhili.points.internal.store.Cursors;
import org.ezhili.points.internal.store.earning.Earnings;
import org.ezhili.points.internal.store.notices.Telling;

/** Keeps who came and went. Each statement compares the state: however often it is run, it has one effect. */
public final class CheckInStore {

    private final Database database;
    private final Earnings earnings;
    private final Telling telling;
    private final Ids ids;

    public CheckInStore(Database database, Earnings earnings, Telling telling, Ids ids) {
        this.database = database;
        this.earnings = earnings;
        this.telling = telling;
        this.ids = ids;
    }

    /** Notes that a volunteer has come. Returns the sign-up as it is then, whoever changed it. */
    public Signup checkIn(Signup signup, Presence presence) {
        return database.write(work -> {
            EntityManager em = work.entities();
            int first = em.createQuery(
                            "update SignupRow s set s.state = 'present', s.inAt = :at, s.inBy = :by,"
                                    + " s.inLon = :lon, s.inLat = :lat, s.device = :device where s.id = :id and s.state = 'seated'")
                    .setParameter("at", presence.at())
                    .setParameter("by", presence.by())
                    .setParameter("lon", presence.spot().lon())
                    .setParameter("lat", presence.spot().lat())
                    .setParameter("device", presence.device().orElse(null))
                    .setParameter("id", signup.id())
                    .executeUpdate();
            if (first > 0) {
                lookAtTravel(em, signup, presence.spot(), presence.at());
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

    /** Puts right when a volunteer came, while the hours are public; they are from now on. Otherwise nothing changes. */
    public Signup cameAt(Signup signup, Shift shift, Instant at, Instant countsAt, String by) {
        return correct(signup, row -> row.came(shift, at, countsAt, by));
    }

    /** Puts right when a volunteer went, while the hours are public; they are from now on. Otherwise nothing changes. */
    public Signup wentAt(Signup signup, Shift shift, Instant at, Instant countsAt, String by) {
        return correct(signup, row -> row.went(shift, at, countsAt, by));
    }

    private Signup correct(Signup signup, Consumer<SignupRow> change) {
        return database.write(work -> {
            EntityManager em = work.entities();
            SignupRow row = locked(em, signup.id());
            em.refresh(row);
            if (row.state() == SignupState.SERVED || row.state() == SignupState.PRESENT) {
                change.accept(row);
            }
            return row.toDomain();
        });
    }

    /**
     * Strikes hours, whether they are public still or count already: then points given for them are taken back. Whose hours they
     * were is told.
     *
     * @return the sign-up as it is then: struck, or in a state in which there is nothing to strike
     */
    public Signup strike(Signup signup, String reason) {
        return database.write(work -> strike(work, signup.id(), reason));
    }

    Signup strike(Work work, long id, String reason) {
        EntityManager em = work.entities();
        SignupRow row = locked(em, id);
        SignupState before = Counting.strike(em, row, reason);
        Signup signup = row.toDomain();
        if (before != signup.state()) {
            long points =
                    before == SignupState.COUNTED ? earnings.takeBack(work, OccasionKind.SERVICE, signup.source()) : 0;
            tell(work, signup, points, reason);
        }
        return signup;
    }

    private void tell(Work work, Signup signup, long points, String reason) {
        String title = work.entities()
                .createQuery("select a.title from ActivityRow a where a.id = :id", String.class)
                .setParameter("id", signup.activity())
                .getSingleResult();
        telling.tell(
                work,
                signup.account(),
                new News(
                        NoticeKind.HOURS_STRUCK,
                        signup.street(),
                        signup.activity(),
                        title,
                        points,
                        Optional.empty(),
                        reason));
    }

    /** What is entered later, from paper, is held against what was before it and not against what came after. */
    private void lookAtTravel(EntityManager em, Signup signup, Spot spot, Instant at) {
        TypedQuery<SignupRow> latest = em.createQuery(
                        "select s from SignupRow s where s.account = :account and s.inAt <= :at and s.id <> :id"
                                + " order by s.inAt desc",
                        SignupRow.class)
                .setParameter("account", signup.account())
                .setParameter("at", at)
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

    private static SignupRow locked(EntityManager em, long id) {
        em.createQuery("update SignupRow s set s.turn = s.turn + 1 where s.id = :id")
                .setParameter("id", id)
                .executeUpdate();
        return em.find(SignupRow.class, id);
    }

    private static Signup reread(EntityManager em, Signup signup) {
        SignupRow row = em.find(SignupRow.class, signup.id());
        em.refresh(row);
        return row.toDomain();
    }
}
