package org.ezhili.points.internal.store.activities;

import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.persistence.DuplicateRowException;
import org.ezhili.platform.persistence.Once;
import org.ezhili.platform.persistence.Work;
import org.ezhili.points.internal.domain.activities.Volunteer;
import org.ezhili.points.internal.domain.activities.VolunteerState;
import org.ezhili.points.internal.domain.notices.News;
import org.ezhili.points.internal.domain.notices.NoticeKind;
import org.ezhili.points.internal.store.Cursors;
import org.ezhili.points.internal.store.notices.Telling;

/** Keeps the volunteers. */
public final class VolunteerStore {

    private final Database database;
    private final Seats seats;
    private final Telling telling;

    public VolunteerStore(Database database, Seats seats, Telling telling) {
        this.database = database;
        this.seats = seats;
        this.telling = telling;
    }

    /**
     * Takes an application, once per key. Refused while the account is among the street's volunteers already.
     *
     * @param name by which the volunteer is looked for; empty: the one that the directory has, a while later
     */
    public Once apply(IdempotencyKey key, Volunteer volunteer, String name) {
        String nameKey = VolunteerNames.key(name);
        try {
            return database.once(key, work -> apply(work, volunteer, nameKey));
        } catch (DuplicateRowException met) {
            throw ProblemException.of(409, "volunteer-already");
        }
    }

    public Optional<Volunteer> find(long id) {
        return database.read(
                em -> Optional.ofNullable(em.find(VolunteerRow.class, id)).map(VolunteerRow::toDomain));
    }

    /** The streets an account serves in, or wanted to. */
    public List<Volunteer> of(String account) {
        return database.read(em -> em.createQuery(
                        "select v from VolunteerRow v where v.account = :account order by v.street", VolunteerRow.class)
                .setParameter("account", account)
                .getResultStream()
                .map(VolunteerRow::toDomain)
                .toList());
    }

    /** Volunteers of the areas, latest first. */
    public Page<Volunteer> list(List<AreaCode> areas, Optional<VolunteerState> state, PageRequest page) {
        long before = Cursors.before(page);
        List<Volunteer> rows = database.read(em -> {
            TypedQuery<VolunteerRow> query = em.createQuery(
                    "select v from VolunteerRow v where " + Cursors.within("v.area", areas) + " and v.id < :before"
                            + (state.isPresent() ? " and v.state = :state" : "") + " order by v.id desc",
                    VolunteerRow.class);
            state.ifPresent(only -> query.setParameter("state", only.word()));
            return Cursors.bind(query, areas)
                    .setParameter("before", before)
                    .setMaxResults(page.limit() + 1)
                    .getResultStream()
                    .map(VolunteerRow::toDomain)
                    .toList();
        });
        return Page.of(rows, page.limit(), volunteer -> String.valueOf(volunteer.id()));
    }

    /** Approves or refuses an application, and tells the applicant; the same decision again changes nothing. */
    public Volunteer decide(long id, VolunteerState decision, String by, Optional<String> reason) {
        return database.write(work -> {
            VolunteerRow row = lock(work.entities(), id);
            VolunteerState state = row.toDomain().state();
            if (state != decision && state != VolunteerState.APPLIED) {
                throw ProblemException.of(409, "volunteer-state");
            }
            if (state == VolunteerState.APPLIED) {
                row.decide(decision, by, reason.orElse(null));
                tell(work, row.toDomain());
            }
            return row.toDomain();
        });
    }

    /** Sets what an office has seen proof of. */
    public Volunteer skilled(long id, List<String> skills) {
        return database.write(work -> {
            VolunteerRow row = lock(work.entities(), id);
            row.skilled(skills);
            return row.toDomain();
        });
    }

    /** Leaves: seats not yet used are free for others; hours and points stay. Again it changes nothing. */
    public void leave(long id) {
        database.write(work -> {
            VolunteerRow row = lock(work.entities(), id);
            Volunteer volunteer = row.toDomain();
            row.leave();
            work.entities().flush();
            seats.leaveAll(work, volunteer.account(), volunteer.street());
            TeamMembers.leaveAll(work, volunteer.account(), volunteer.street());
            return volunteer;
        });
    }

    private void tell(Work work, Volunteer decided) {
        NoticeKind kind = decided.state() == VolunteerState.APPROVED
                ? NoticeKind.VOLUNTEER_APPROVED
                : NoticeKind.VOLUNTEER_REFUSED;
        telling.tell(
                work,
                decided.account(),
                News.of(kind, decided.street(), decided.id(), decided.reason().orElse("")));
    }

    private static String apply(Work work, Volunteer volunteer, String nameKey) {
        EntityManager em = work.entities();
        Optional<VolunteerRow> known = Cursors.first(em.createQuery(
                        "select v from VolunteerRow v where v.account = :account and v.street = :street",
                        VolunteerRow.class)
                .setParameter("account", volunteer.account())
                .setParameter("street", volunteer.street().digits()));
        if (known.isEmpty()) {
            em.persist(VolunteerRow.from(volunteer, nameKey));
            em.flush();
            return String.valueOf(volunteer.id());
        }
        VolunteerRow row = lock(em, known.get().toDomain().id());
        if (!row.toDomain().state().mayApply()) {
            throw ProblemException.of(409, "volunteer-already");
        }
        row.apply(volunteer, nameKey);
        return String.valueOf(row.toDomain().id());
    }

    static VolunteerRow lock(EntityManager em, long id) {
        em.createQuery("update VolunteerRow v set v.turn = v.turn + 1 where v.id = :id")
                .setParameter("id", id)
                .executeUpdate();
        VolunteerRow row = em.find(VolunteerRow.class, id);
        em.refresh(row);
        return row;
    }
}
