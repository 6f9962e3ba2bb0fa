package org.ezhili.points.internal.store.earning;

import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.persistence.EntityManager;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.Ids;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.persistence.DuplicateRowException;
import org.ezhili.platform.persistence.Once;
import org.ezhili.platform.persistence.Work;
import org.ezhili.points.AwardOutcome;
import org.ezhili.points.AwardOutcome.Awarded;
import org.ezhili.points.AwardOutcome.Nothing;
import org.ezhili.points.AwardOutcome.Reason;
import org.ezhili.points.Balance;
import org.ezhili.points.Occasion;
import org.ezhili.points.OccasionKind;
import org.ezhili.points.Points;
import org.ezhili.points.PointsEarned;
import org.ezhili.points.PointsWithdrawn;
import org.ezhili.points.internal.domain.earning.Earned;
import org.ezhili.points.internal.domain.earning.EarningPolicy;
import org.ezhili.points.internal.domain.earning.RuleBook;
import org.ezhili.points.internal.domain.ledger.Outcome;
import org.ezhili.points.internal.domain.ledger.Transfer;
import org.ezhili.points.internal.domain.notices.News;
import org.ezhili.points.internal.domain.notices.NoticeKind;
import org.ezhili.points.internal.store.ledger.Ledger;
import org.ezhili.points.internal.store.notices.Telling;

/** Gives points for occasions by the streets' rules, each once, and keeps all occasions. */
public final class Earnings implements Points {

    private final Database database;
    private final Ledger ledger;
    private final Telling telling;
    private final Predicate<AreaCode> isOn;
    private final Ids ids;
    private final Clock clock;
    private final ZoneId zone;

    /** @param isOn whether an area's street has points */
    public Earnings(
            Database database,
            Ledger ledger,
            Telling telling,
            Predicate<AreaCode> isOn,
            Ids ids,
            Clock clock,
            ZoneId zone) {
        this.database = database;
        this.ledger = ledger;
        this.telling = telling;
        this.isOn = isOn;
        this.ids = ids;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public AwardOutcome award(Occasion occasion) {
        return again(work -> award(work, occasion));
    }

    @Override
    public void withdraw(OccasionKind kind, String source) {
        again(work -> {
            withdraw(work, kind, source);
            return true;
        });
    }

    @Override
    public Balance balance(String owner) {
        return ledger.balance(owner);
    }

    /** As {@link #award(Occasion)}, in the caller's transaction; the owner's account is the caller's alone until that ends. */
    public AwardOutcome award(Work work, Occasion occasion) {
        EntityManager em = work.entities();
        ledger.lock(work, occasion.owner());
        Optional<OccasionRow> known = find(em, occasion.kind(), occasion.source());
        if (known.isPresent()) {
            return known.get().outcome();
        }
        LocalDate day = LocalDate.ofInstant(occasion.at(), zone);
        Optional<RuleBook> rules = RuleBooks.on(em, occasion.street(), day);
        AwardOutcome outcome = isOn.test(occasion.street())
                ? EarningPolicy.weigh(rules, occasion, day, earned(em, occasion, day))
                : new Nothing(Reason.MODULE_OFF);
        if (outcome instanceof Awarded awarded && !give(work, occasion, awarded.points(), rules.orElseThrow())) {
            outcome = new Nothing(Reason.BUDGET);
        }
        em.persist(OccasionRow.from(
                ids.next(), occasion, day, rules.map(RuleBook::version).orElse(0), outcome));
        em.flush();
        return outcome;
    }

    /**
     * As {@link #award(Occasion)}, once for each key, whatever the occasion's source.
     *
     * @return its answer: the points, a space, and why there are none
     */
    public Once awardOnce(IdempotencyKey key, Occasion occasion) {
        return database.once(key, work -> text(award(work, occasion)));
    }

    private static String text(AwardOutcome outcome) {
        return outcome instanceof Awarded awarded
                ? awarded.points() + " "
                : "0 "
                        + ((Nothing) outcome)
                                .reason()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-');
    }

    /** As {@link #withdraw(OccasionKind, String)}, in the caller's transaction. Whose points they were is told. */
    public void withdraw(Work work, OccasionKind kind, String source) {
        long points = takeBack(work, kind, source);
        if (points > 0) {
            find(work.entities(), kind, source).ifPresent(row -> tell(work, row, points, ""));
        }
    }

    /**
     * Withdraws an occasion in the caller's transaction, who tells the owner of it.
     *
     * @return the points that were taken back; 0 when there were none, or they were taken back before
     */
    public long takeBack(Work work, OccasionKind kind, String source) {
        EntityManager em = work.entities();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<OccasionRow> known = find(em, kind, source);
        if (known.isEmpty()) {
            em.persist(OccasionRow.withdrawn(ids.next(), kind, source, now, LocalDate.ofInstant(now, zone)));
            em.flush();
            return 0;
        }
        OccasionRow row = known.get();
        if (row.isWithdrawn()) {
            return 0;
        }
        long points = 0;
        if (row.points() > 0) {
            long owed = debt(work, row);
            Outcome taken = ledger.post(
                    work, new Transfer.Reverse(key("withdraw", kind, source), key("earn", kind, source), source));
            if (taken instanceof Outcome.Posted posted && !posted.repeated()) {
                points = posted.amount();
                publish(work, row, points, owed);
            }
        }
        row.withdraw();
        return points;
    }

    private long debt(Work work, OccasionRow row) {
        return ledger.balance(work, row.owner()).debt();
    }

    /** @param owed what the owner owed before */
    private void publish(Work work, OccasionRow row, long points, long owed) {
        work.publish(new PointsWithdrawn(
                row.owner(),
                row.street(),
                points,
                debt(work, row) - owed,
                row.source(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    /**
     * Reverses one posting of a street that was wrong, once. Whose points it takes is told why, and may earn in their place as
     * though they had never been given.
     *
     * @param posting its id
     * @param wrong its key
     */
    public Outcome correct(long posting, String wrong, String reason) {
        return again(work -> {
            Optional<OccasionRow> earned = earnedBy(work.entities(), wrong);
            long owed = earned.map(row -> debt(work, row)).orElse(0L);
            Outcome outcome = ledger.post(
                    work, new Transfer.Reverse("correct:" + posting, wrong, "correction:" + posting + " " + reason));
            if (outcome instanceof Outcome.Posted posted && !posted.repeated()) {
                earned.ifPresent(row -> {
                    publish(work, row, posted.amount(), owed);
                    tell(work, row, posted.amount(), reason);
                    row.withdraw();
                });
            }
            return outcome;
        });
    }

    private void tell(Work work, OccasionRow row, long points, String reason) {
        telling.tell(
                work,
                row.owner(),
                new News(NoticeKind.POINTS_WITHDRAWN, row.street(), 0, row.kind(), points, Optional.empty(), reason));
    }

    /** Forgets who an owner was, as the law gives everybody the right to ask; what was given stays in the books. */
    public void forget(Work work, String owner) {
        EntityManager em = work.entities();
        String alias = ledger.forget(work, owner).orElse("erased");
        em.createQuery("update OccasionRow o set o.owner = :alias where o.owner = :owner")
                .setParameter("alias", alias)
                .setParameter("owner", owner)
                .executeUpdate();
        em.createQuery("update SightingRow s set s.reporter = null where s.reporter = :owner")
                .setParameter("owner", owner)
                .executeUpdate();
    }

    private boolean give(Work work, Occasion occasion, long points, RuleBook rules) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Outcome outcome = ledger.post(
                work,
                new Transfer.Earn(
                        key("earn", occasion.kind(), occasion.source()),
                        occasion.owner(),
                        occasion.street(),
                        points,
                        rules.expiry(LocalDate.ofInstant(now, zone)),
                        occasion.source()));
        boolean given = outcome instanceof Outcome.Posted;
        if (given) {
            work.publish(new PointsEarned(occasion.owner(), occasion.street(), points, occasion.source(), now));
        }
        return given;
    }

    private static String key(String verb, OccasionKind kind, String source) {
        return verb + ":" + kind.word() + ":" + source;
    }

    /** The occasion for which a posting with this key gave points; empty when it is of another sort. */
    private static Optional<OccasionRow> earnedBy(EntityManager em, String key) {
        String[] parts = key.split(":", 3);
        return parts.length == 3 && parts[0].equals("earn")
                ? OccasionKind.ofWord(parts[1]).flatMap(kind -> find(em, kind, parts[2]))
                : Optional.empty();
    }

    private static Optional<OccasionRow> find(EntityManager em, OccasionKind kind, String source) {
        return em.createQuery(
                        "select o from OccasionRow o where o.source = :source and o.kind = :kind", OccasionRow.class)
                .setParameter("source", source)
                .setParameter("kind", kind.word())
                .getResultStream()
                .findFirst();
    }

    private static List<Earned> earned(EntityManager em, Occasion occasion, LocalDate day) {
        return em.createQuery(
                        "select o from OccasionRow o where o.owner = :owner and o.street = :street"
                                + " and o.on >= :from and o.on < :to and o.points > 0",
                        OccasionRow.class)
                .setParameter("owner", occasion.owner())
                .setParameter("street", occasion.street().digits())
                .setParameter("from", Date.valueOf(day.withDayOfMonth(1)))
                .setParameter("to", Date.valueOf(day.withDayOfMonth(1).plusMonths(1)))
                .getResultStream()
                .map(OccasionRow::earned)
                .toList();
    }

    /** Two who tell of the same occasion at once: the second one finds what the first has kept. */
    private <T> T again(Function<Work, T> change) {
        try {
            return database.write(change);
        } catch (DuplicateRowException met) {
            return database.write(change);
        }
    }
}
