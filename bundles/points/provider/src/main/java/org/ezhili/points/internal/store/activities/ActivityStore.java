package org.ezhili.points.internal.store.activities;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.persistence.Once;
import org.ezhili.points.OccasionKind;
import org.ezhili.points.internal.domain.activities.Activity;
import org.ezhili.points.internal.domain.activities.Quota;
import org.ezhili.points.internal.domain.activities.ShiftTitle;
import org.ezhili.points.internal.domain.activities.Signup;
import org.ezhili.points.internal.domain.notices.News;
import org.ezhili.points.internal.domain.notices.NoticeKind;
import org.ezhili.points.internal.store.Cursors;
import org.ezhili.points.internal.store.earning.Earnings;
import org.ezhili.points.internal.store.notices.Telling;

/** Keeps the activities with their shifts and seats. */
public final class ActivityStore {

    private final Database database;
    private final Earnings earnings;
    private final Telling telling;

    public ActivityStore(Database database, Earnings earnings, Telling telling) {
        this.database = database;
        this.earnings = earnings;
        this.telling = telling;
    }

    /** Keeps a new activity, once per key. The answer is the id of the one that is there then. */
    public Once publish(IdempotencyKey key, Activity activity) {
        return database.once(key, work -> {
            EntityManager em = work.entities();
            em.persist(ActivityRow.from(activity));
            activity.shifts().forEach(shift -> {
                em.persist(ShiftRow.from(activity.id(), shift));
                shift.quotas().forEach(quota -> em.persist(QuotaRow.from(shift.id(), quota)));
            });
            return String.valueOf(activity.id());
        });
    }

    public Optional<Activity> find(long id) {
        return database.read(
                em -> withShifts(em, em.find(ActivityRow.class, id)).stream().findFirst());
    }

    /** The activity that a shift is of. */
    public Optional<Activity> ofShift(long shift) {
        return database.read(em -> {
            ShiftRow row = em.find(ShiftRow.class, shift);
            return row == null
                    ? Optional.<Activity>empty()
                    : withShifts(em, em.find(ActivityRow.class, row.activity())).stream()
                            .findFirst();
        });
    }

    /** What these activities are called. */
    public Map<Long, String> titles(Collection<Long> activities) {
        return activities.isEmpty()
                ? Map.of()
                : database.read(em -> em.createQuery(
                                "select a.id, a.title from ActivityRow a where a.id in :ids", Object[].class)
                        .setParameter("ids", activities)
                        .getResultStream()
                        .collect(Collectors.toMap(found -> (Long) found[0], found -> (String) found[1])));
    }

    /** What these shifts are of, and when. */
    public Map<Long, ShiftTitle> shiftTitles(Collection<Long> shifts) {
        return shifts.isEmpty()
                ? Map.of()
                : database.read(em -> em.createQuery(
                                "select s, a.title from ShiftRow s, ActivityRow a where s.activity = a.id and s.id in :ids",
                                Object[].class)
                        .setParameter("ids", shifts)
                        .getResultStream()
                        .collect(Collectors.toMap(found -> ((ShiftRow) found[0]).id(), found -> ((ShiftRow) found[0])
                                .titled((String) found[1]))));
    }

    /** Activities of the areas, latest first. */
    public Page<Activity> list(List<AreaCode> areas, PageRequest page) {
        long before = Cursors.before(page);
        List<Activity> rows = database.read(em -> withShifts(
                em,
                Cursors.bind(
                                em.createQuery(
                                        "select a from ActivityRow a where " + Cursors.within("a.area", areas)
                                                + " and a.id < :before order by a.id desc",
                                        ActivityRow.class),
                                areas)
                        .setParameter("before", before)
                        .setMaxResults(page.limit() + 1)
                        .getResultList()
                        .toArray(ActivityRow[]::new)));
        return Page.of(rows, page.limit(), activity -> String.valueOf(activity.id()));
    }

    /** Activities of the areas that are not over, soonest to end first, at most {@code most}. */
    public List<Activity> coming(List<AreaCode> areas, Instant now, int most) {
        return database.read(em -> withShifts(
                em,
                Cursors.bind(
                                em.createQuery(
                                        "select a from ActivityRow a where " + Cursors.within("a.area", areas)
                                                + " and a.endsAt > :now and a.state = 'published' order by a.endsAt, a.id",
                                        ActivityRow.class),
                                areas)
                        .setParameter("now", now)
                        .setMaxResults(most)
                        .getResultList()
                        .toArray(ActivityRow[]::new)));
    }

    /**
     * Cancels an activity: all seats and hours of it are void, points given for it are taken back, and all who
     * signed up are told. Again it changes nothing.
     *
     * @return whether it was this call that did it
     */
    public boolean cancel(Activity activity, String reason) {
        return database.write(work -> {
            EntityManager em = work.entities();
            Seats.lock(em, activity);
            int cancelled = em.createQuery("update ActivityRow a set a.state = 'cancelled', a.reason = :reason"
                            + " where a.id = :id and a.state = 'published'")
                    .setParameter("reason", reason)
                    .setParameter("id", activity.id())
                    .executeUpdate();
            if (cancelled == 0) {
                return false;
            }
            // from here on no check-in, check-out or counting finds the state that it needs
            em.createQuery("update SignupRow s set s.turn = s.turn + 1 where s.activity = :id")
                    .setParameter("id", activity.id())
                    .executeUpdate();
            List<SignupRow> signups = em.createQuery(
                            "select s from SignupRow s where s.activity = :id and s.state not in ('left', 'struck')"
                                    + " order by s.account",
                            SignupRow.class)
                    .setParameter("id", activity.id())
                    .getResultList();
            Map<String, Long> points = new LinkedHashMap<>();
            signups.forEach(row -> {
                Signup signup = row.toDomain();
                long taken =
                        Counting.uncount(em, row) ? earnings.takeBack(work, OccasionKind.SERVICE, signup.source()) : 0;
                points.merge(signup.account(), taken, Long::sum);
            });
            points.forEach((account, taken) -> telling.tell(work, account, cancelled(activity, taken, reason)));
            return true;
        });
    }

    private static News cancelled(Activity activity, long points, String reason) {
        return new News(
                NoticeKind.ACTIVITY_CANCELLED,
                activity.street(),
                activity.id(),
                activity.title(),
                points,
                Optional.empty(),
                reason);
    }

    private static List<Activity> withShifts(EntityManager em, ActivityRow... rows) {
        List<ActivityRow> activities = new ArrayList<>();
        for (ActivityRow row : rows) {
            if (row != null) {
                activities.add(row);
            }
        }
        if (activities.isEmpty()) {
            return List.of();
        }
        Map<Long, List<ShiftRow>> shifts = em.createQuery(
                        "select s from ShiftRow s where s.activity in :ids order by s.startsAt, s.id", ShiftRow.class)
                .setParameter("ids", activities.stream().map(ActivityRow::id).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(ShiftRow::activity));
        Map<Long, List<QuotaRow>> quotas = em.createQuery(
                        "select q from QuotaRow q, ShiftRow s where q.shift = s.id and s.activity in :ids order by q.skill",
                        QuotaRow.class)
                .setParameter("ids", activities.stream().map(ActivityRow::id).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(QuotaRow::shift));
        return activities.stream()
                .map(row -> row.toDomain(shifts.getOrDefault(row.id(), List.of()).stream()
                        .map(shift -> shift.toDomain(quotas(quotas.getOrDefault(shift.id(), List.of()))))
                        .toList()))
                .toList();
    }

    private static List<Quota> quotas(List<QuotaRow> rows) {
        return rows.stream().map(QuotaRow::toDomain).toList();
    }
}
