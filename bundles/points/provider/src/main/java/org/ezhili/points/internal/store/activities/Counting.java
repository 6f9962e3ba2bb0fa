package org.ezhili.points.internal.store.activities;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.persistence.Database;
import org.ezhili.points.Occasion;
import org.ezhili.points.OccasionKind;
import org.ezhili.points.internal.domain.activities.PublicTime;
import org.ezhili.points.internal.domain.activities.Signup;
import org.ezhili.points.internal.domain.activities.SignupState;
import org.ezhili.points.internal.store.earning.Earnings;

/** Makes hours count once they have been public for long enough, and gives the points that the street's rules give for them. */
public final class Counting implements Runnable {

    private static final int BATCH = 100;

    private final Database database;
    private final Earnings earnings;
    private final Supplier<Set<AreaCode>> offStreets;
    private final PublicTime time;
    private final Clock clock;

    /** @param offStreets the streets that have no points: nobody sees their hours, which are public anew once they have */
    public Counting(
            Database database, Earnings earnings, Supplier<Set<AreaCode>> offStreets, PublicTime time, Clock clock) {
        this.database = database;
        this.earnings = earnings;
        this.offStreets = offStreets;
        this.time = time;
        this.clock = clock;
    }

    @Override
    public void run() {
        Set<AreaCode> off = offStreets.get();
        off.forEach(this::beginAnew);
        long after = 0;
        for (List<Signup> due = due(after); !due.isEmpty(); due = due(after)) {
            due.stream().filter(signup -> !off.contains(signup.street())).forEach(this::count);
            after = due.get(due.size() - 1).id();
        }
    }

    /** Strikes hours that there are. The caller holds the row, and learns how it was before. */
    static SignupState strike(EntityManager em, SignupRow row, String reason) {
        em.refresh(row);
        SignupState state = row.state();
        boolean counted = state == SignupState.COUNTED;
        if (counted) {
            add(em, row.toDomain(), -row.toDomain().minutes());
        }
        if (counted || state == SignupState.PRESENT || state == SignupState.SERVED) {
            row.strike(reason);
        }
        return state;
    }

    /** Undoes whatever came of a sign-up; true when its hours counted. The caller holds the row. */
    static boolean uncount(EntityManager em, SignupRow row) {
        em.refresh(row);
        boolean counted = row.state() == SignupState.COUNTED;
        if (counted) {
            add(em, row.toDomain(), -row.toDomain().minutes());
        }
        row.becomes(SignupState.CANCELLED);
        return counted;
    }

    /** The public time of all hours of a street begins now: it ends at a midnight, so a row changes once a day at most. */
    private void beginAnew(AreaCode street) {
        database.write(work -> work.entities()
                .createQuery("update SignupRow s set s.countsAt = :ends"
                        + " where s.street = :street and s.state = 'served' and s.countsAt < :ends")
                .setParameter("ends", time.ends(clock.instant()))
                .setParameter("street", street.digits())
                .executeUpdate());
    }

    private void count(Signup signup) {
        database.write(work -> {
            EntityManager em = work.entities();
            int mine = em.createQuery(
                            "update SignupRow s set s.state = 'counted' where s.id = :id and s.state = 'served'")
                    .setParameter("id", signup.id())
                    .executeUpdate();
            if (mine > 0 && signup.minutes() > 0) {
                add(em, signup, signup.minutes());
                String category = em.createQuery("select a.category from ActivityRow a where a.id = :id", String.class)
                        .setParameter("id", signup.activity())
                        .getSingleResult();
                earnings.award(
                        work,
                        new Occasion(
                                OccasionKind.SERVICE,
                                category,
                                signup.account(),
                                signup.street(),
                                signup.minutes(),
                                signup.outAt().orElseThrow(),
                                signup.source()));
            }
            return mine;
        });
    }

    private List<Signup> due(long after) {
        Instant now = clock.instant();
        return database.read(em -> em.createQuery(
                        "select s from SignupRow s where s.state = 'served' and s.countsAt <= :now and s.id > :after"
                                + " and not exists (select a from AnomalyRow a where a.signup = s.id"
                                + " and a.kind = 'objection' and a.state = 'open') order by s.id",
                        SignupRow.class)
                .setParameter("now", now)
                .setParameter("after", after)
                .setMaxResults(BATCH)
                .getResultStream()
                .map(SignupRow::toDomain)
                .toList());
    }

    private static void add(EntityManager em, Signup signup, long minutes) {
        em.createQuery("update VolunteerRow v set v.minutes = v.minutes + :minutes"
                        + " where v.account = :account and v.street = :street")
                .setParameter("minutes", minutes)
                .setParameter("account", signup.account())
                .setParameter("street", signup.street().digits())
                .executeUpdate();
    }
}
