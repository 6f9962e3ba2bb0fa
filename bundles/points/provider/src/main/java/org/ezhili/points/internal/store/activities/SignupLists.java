package org.ezhili.points.internal.store.activities;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.TypedQuery;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.persistence.Database;
import org.ezhili.points.internal.domain.activities.Anomaly;
import org.ezhili.points.internal.domain.activities.Shift;
import org.ezhili.points.internal.domain.activities.Signup;
import org.ezhili.points.internal.store.Cursors;

/** Lists of sign-ups, latest first where nothing else is said. */
public final class SignupLists {

    private static final int AT_MOST = 100;

    private final Database database;

    public SignupLists(Database database) {
        this.database = database;
    }

    public Optional<Signup> find(long id) {
        return database.read(
                em -> Optional.ofNullable(em.find(SignupRow.class, id)).map(SignupRow::toDomain));
    }

    /** All of one volunteer's in one activity. */
    public List<Signup> of(String account, long activity) {
        return database.read(em -> em.createQuery(
                        "select s from SignupRow s where s.account = :account and s.activity = :activity order by s.id",
                        SignupRow.class)
                .setParameter("account", account)
                .setParameter("activity", activity)
                .getResultStream()
                .map(SignupRow::toDomain)
                .toList());
    }

    public Page<Signup> of(String account, PageRequest page) {
        return page("s.account = :account", Map.of("account", account), List.of(), page);
    }

    /** Those of somebody's that they still have to do with, the soonest shift first, at most so many. */
    public List<Signup> open(String account, Instant now, int most) {
        return database.read(em -> em.createQuery(
                        "select s from SignupRow s, ShiftRow t where t.id = s.shift and s.account = :account"
                                + " and s.state in ('waiting', 'seated', 'present') and t.endsAt > :ended"
                                + " order by t.startsAt, s.id",
                        SignupRow.class)
                .setParameter("account", account)
                .setParameter("ended", now.minus(Shift.LATE))
                .setMaxResults(most)
                .getResultStream()
                .map(SignupRow::toDomain)
                .toList());
    }

    public Page<Signup> of(long activity, PageRequest page) {
        return page("s.activity = :activity", Map.of("activity", activity), List.of(), page);
    }

    /** Those whose hours are public in these streets and do not count yet. */
    public Page<Signup> shown(List<AreaCode> streets, PageRequest page) {
        return page("s.state = 'served'", Map.of(), streets, page);
    }

    /**
     * The check-ins in these streets that a suspicion is about, latest first, at most a hundred: the one in question, and others
     * since as long before it was found as suspicions look back.
     */
    public List<Signup> about(Anomaly anomaly, List<AreaCode> streets) {
        return database.read(em -> {
            SignupRow row = em.find(SignupRow.class, anomaly.signup());
            Map<String, Object> values =
                    switch (anomaly.kind()) {
                        case DEVICE -> Map.of("device", row == null ? "" : row.device());
                        case CIRCLE -> Map.of("account", anomaly.other().orElse(""), "by", anomaly.account());
                        case TRAVEL, OBJECTION -> Map.of("id", anomaly.signup(), "before", anomaly.before());
                    };
            TypedQuery<SignupRow> query = em.createQuery(
                    "select s from SignupRow s where " + which(anomaly.kind()) + " and "
                            + Cursors.within("s.street", streets) + " order by s.id desc",
                    SignupRow.class);
            values.forEach(query::setParameter);
            return Cursors.bind(query, streets)
                    .setParameter("since", anomaly.foundAt().minus(Suspicions.LOOKS_BACK))
                    .setMaxResults(AT_MOST)
                    .getResultStream()
                    .map(SignupRow::toDomain)
                    .toList();
        });
    }

    private static String which(Anomaly.Kind kind) {
        return switch (kind) {
            case DEVICE -> "s.device = :device and s.inAt >= :since";
            case CIRCLE -> "s.account = :account and s.inBy = :by and s.inAt >= :since";
            case TRAVEL, OBJECTION -> "(s.id = :id or (s.id = :before and s.inAt >= :since))";
        };
    }

    private Page<Signup> page(String which, Map<String, Object> values, List<AreaCode> streets, PageRequest page) {
        long before = Cursors.before(page);
        List<Signup> rows = database.read(em -> {
            TypedQuery<SignupRow> query = em.createQuery(
                    "select s from SignupRow s where " + which + " and s.id < :before"
                            + (streets.isEmpty() ? "" : " and " + Cursors.within("s.street", streets))
                            + " order by s.id desc",
                    SignupRow.class);
            values.forEach(query::setParameter);
            return Cursors.bind(query, streets)
                    .setParameter("before", before)
                    .setMaxResults(page.limit() + 1)
                    .getResultStream()
                    .map(SignupRow::toDomain)
                    .toList();
        });
        return Page.of(rows, page.limit(), signup -> String.valueOf(signup.id()));
    }
}
