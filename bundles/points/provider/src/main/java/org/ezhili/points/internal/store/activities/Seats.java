package org.ezhili.points.internal.store.activities;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.Ids;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.persistence.Once;
import org.ezhili.platform.persistence.Work;
import org.ezhili.points.internal.domain.activities.Activity;
import org.ezhili.points.internal.domain.activities.Shift;
import org.ezhili.points.internal.domain.activities.SignupState;
import org.ezhili.points.internal.domain.notices.NoticeKind;
import org.ezhili.points.internal.store.Cursors;
import org.ezhili.points.internal.store.notices.Telling;

/**
 * Gives out the seats of shifts. Whoever takes or frees one holds the quota's row until their transaction ends: none is given
 * twice, and none stays empty while somebody waits. Whoever moves up is told in the same transaction.
 */
public final class Seats {

    private final Database database;
    private final Telling telling;
    private final Ids ids;
    private final Clock clock;

    public Seats(Database database, Telling telling, Ids ids, Clock clock) {
        this.database = database;
        this.telling = telling;
        this.ids = ids;
        this.clock = clock;
    }

    /** A seat for an approved volunteer of the street, or a place in the queue; once per key. The answer is the id. */
    public Once signUp(IdempotencyKey key, Activity activity, Shift shift, String skill, String account) {
        return database.once(
                key,
                work -> String.valueOf(
                        signUp(work, activity, shift, skill, account).id()));
    }

    /** As {@link #signUp}, by somebody else: the volunteer is told. */
    public Once enlist(IdempotencyKey key, Activity activity, Shift shift, String skill, String account) {
        return database.once(key, work -> {
            SignupRow row = signUp(work, activity, shift, skill, account);
            NoticeKind kind = row.state() == SignupState.SEATED ? NoticeKind.SIGNED_UP : NoticeKind.QUEUED;
            telling.tell(work, account, ShiftNews.of(work.entities(), kind, row));
            return String.valueOf(row.id());
        });
    }

    /** Gives a seat or a place in the queue back; false when there is none to give back any more, or the shift is over. */
    public boolean leave(long id) {
        return database.write(work -> leave(work, id));
    }

    void leaveAll(Work work, String account, AreaCode street) {
        work.entities()
                .createQuery(
                        "select s.id from SignupRow s where s.account = :account and s.street = :street"
                                + " and s.state in ('waiting', 'seated') order by s.shift, s.skill",
                        Long.class)
                .setParameter("account", account)
                .setParameter("street", street.digits())
                .getResultList()
                .forEach(id -> leave(work, id));
    }

    /** Locks all seats of an activity, in one order for everybody. */
    static void lock(EntityManager em, Activity activity) {
        activity.shifts().stream()
                .sorted((one, other) -> Long.compare(one.id(), other.id()))
                .forEach(shift -> shift.quotas().stream()
                        .map(quota -> quota.skill())
                        .sorted()
                        .forEach(skill -> lock(em, shift.id(), skill)));
    }

    private SignupRow signUp(Work work, Activity activity, Shift shift, String skill, String account) {
        EntityManager em = work.entities();
        volunteer(em, account, activity.street(), skill);
        if (overlaps(em, account, shift)) {
            throw ProblemException.of(409, "shifts-overlap");
        }
        QuotaRow quota = lock(em, shift.id(), skill).orElseThrow(() -> ProblemException.of(422, "unknown-skill"));
        String state = em.createQuery("select a.state from ActivityRow a where a.id = :id", String.class)
                .setParameter("id", activity.id())
                .getSingleResult();
        if (!state.equals("published")) {
            throw ProblemException.of(409, "activity-cancelled");
        }
        SignupRow row = Cursors.first(em.createQuery(
                                "select s from SignupRow s where s.shift = :shift and s.account = :account",
                                SignupRow.class)
                        .setParameter("shift", shift.id())
                        .setParameter("account", account))
                .orElseGet(() -> SignupRow.of(ids.next(), activity.id(), shift.id(), account, activity.street()));
        boolean seated = !quota.isFull();
        if (seated) {
            quota.take();
        }
        row.sign(skill, seated ? SignupState.SEATED : SignupState.WAITING, quota.turn(), now());
        em.persist(row);
        em.flush();
        return row;
    }

    /** Keeps the volunteer as they are until the end of the transaction; all they sign up for goes through here one by one. */
    private static void volunteer(EntityManager em, String account, AreaCode street, String skill) {
        int approved = em.createQuery("update VolunteerRow v set v.turn = v.turn + 1"
                        + " where v.account = :account and v.street = :street and v.state = 'approved'")
                .setParameter("account", account)
                .setParameter("street", street.digits())
                .executeUpdate();
        if (approved == 0) {
            throw ProblemException.of(403, "not-a-volunteer");
        }
        boolean skilled = skill.isEmpty()
                || em.createQuery(
                                "select v from VolunteerRow v where v.account = :account and v.street = :street",
                                VolunteerRow.class)
                        .setParameter("account", account)
                        .setParameter("street", street.digits())
                        .getSingleResult()
                        .toDomain()
                        .skills()
                        .contains(skill);
        if (!skilled) {
            throw ProblemException.of(403, "skill-missing");
        }
    }

    /** The same shift overlaps itself. */
    private static boolean overlaps(EntityManager em, String account, Shift shift) {
        return em.createQuery(
                                "select count(s) from SignupRow s, ShiftRow h where s.account = :account and h.id = s.shift"
                                        + " and s.state not in ('left', 'cancelled')"
                                        + " and h.startsAt < :ends and h.endsAt > :starts",
                                Long.class)
                        .setParameter("account", account)
                        .setParameter("ends", shift.endsAt())
                        .setParameter("starts", shift.startsAt())
                        .getSingleResult()
                > 0;
    }

    private boolean leave(Work work, long id) {
        EntityManager em = work.entities();
        SignupRow row = em.find(SignupRow.class, id);
        QuotaRow quota = lock(em, row.shift(), row.skill()).orElseThrow();
        em.refresh(row);
        SignupState before = row.state();
        if (isOver(em, row) || before != SignupState.SEATED && before != SignupState.WAITING) {
            return false;
        }
        // the state is compared once more: a check-in does not wait for the quota
        int left = em.createQuery("update SignupRow s set s.state = 'left' where s.id = :id and s.state = :before")
                .setParameter("id", id)
                .setParameter("before", before.word())
                .executeUpdate();
        if (left > 0 && before == SignupState.SEATED) {
            next(em, row).ifPresentOrElse(first -> moveUp(work, first), quota::free);
        }
        em.flush();
        return left > 0;
    }

    private void moveUp(Work work, SignupRow row) {
        row.becomes(SignupState.SEATED);
        telling.tell(work, row.toDomain().account(), ShiftNews.of(work.entities(), NoticeKind.MOVED_UP, row));
    }

    /** Who was there and is on a list on paper is entered afterwards: their seat is theirs. */
    private boolean isOver(EntityManager em, SignupRow row) {
        return !clock.instant().isBefore(em.find(ShiftRow.class, row.shift()).endsAt());
    }

    /** Whose turn it is. */
    private static Optional<SignupRow> next(EntityManager em, SignupRow left) {
        List<SignupRow> queue = em.createQuery(
                        "select s from SignupRow s where s.shift = :shift and s.skill = :skill and s.state = 'waiting'"
                                + " order by s.turn",
                        SignupRow.class)
                .setParameter("shift", left.shift())
                .setParameter("skill", left.skill())
                .setMaxResults(1)
                .getResultList();
        return queue.stream().findFirst();
    }

    private static Optional<QuotaRow> lock(EntityManager em, long shift, String skill) {
        em.createQuery("update QuotaRow q set q.turn = q.turn + 1 where q.shift = :shift and q.skill = :skill")
                .setParameter("shift", shift)
                .setParameter("skill", skill)
                .executeUpdate();
        Optional<QuotaRow> row = Optional.ofNullable(em.find(QuotaRow.class, new QuotaRowId(shift, skill)));
        row.ifPresent(em::refresh);
        return row;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
