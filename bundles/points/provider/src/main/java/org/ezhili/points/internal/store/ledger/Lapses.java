package org.ezhili.points.internal.store.ledger;

import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.persistence.Database;
import org.ezhili.points.PointsExpiring;
import org.ezhili.points.internal.domain.ledger.Lot;
import org.ezhili.points.internal.domain.ledger.Transfer;
import org.ezhili.points.internal.domain.notices.News;
import org.ezhili.points.internal.domain.notices.NoticeKind;
import org.ezhili.points.internal.store.notices.Inbox;

/** Lets points lapse on their day, and tells their owners a month before. Where a street does without points it does neither. */
public final class Lapses {

    static final Period NOTICE = Period.ofDays(30);
    private static final int PAGE = 200;

    private final Database database;
    private final Ledger ledger;
    private final Inbox inbox;
    private final Supplier<Set<AreaCode>> offStreets;
    private final Clock clock;
    private final ZoneId zone;

    public Lapses(
            Database database,
            Ledger ledger,
            Inbox inbox,
            Supplier<Set<AreaCode>> offStreets,
            Clock clock,
            ZoneId zone) {
        this.database = database;
        this.ledger = ledger;
        this.inbox = inbox;
        this.offStreets = offStreets;
        this.clock = clock;
        this.zone = zone;
    }

    /** Lets everything lapse whose day has come. It may be stopped at any moment and goes on where it was. */
    public void run() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Set<AreaCode> off = offStreets.get();
        LocalDate day = LocalDate.EPOCH;
        long id = 0;
        List<Lot> page;
        do {
            page = due(today, day, id);
            ledger.post(page.stream()
                    .filter(lot -> !off.contains(lot.street()))
                    .<Transfer>map(lot -> new Transfer.Expire(lot.id(), today))
                    .toList());
            if (!page.isEmpty()) {
                Lot last = page.get(page.size() - 1);
                day = last.expiresOn();
                id = last.id();
            }
        } while (page.size() == PAGE && !Thread.currentThread().isInterrupted());
    }

    private List<Lot> due(LocalDate today, LocalDate day, long id) {
        return database.read(em -> em.createQuery(
                        "select l from LotRow l where l.usedUp = :no and l.expiresOn <= :today"
                                + " and (l.expiresOn > :day or (l.expiresOn = :day and l.id > :id))"
                                + " order by l.expiresOn, l.id",
                        LotRow.class)
                .setParameter("no", false)
                .setParameter("today", Date.valueOf(today))
                .setParameter("day", Date.valueOf(day))
                .setParameter("id", id)
                .setMaxResults(PAGE)
                .getResultStream()
                .map(LotRow::toDomain)
                .toList());
    }

    /** Tells the owners of what will lapse, once for each lot; what lapses the same day is one notice. */
    public void tell() {
        LocalDate until = LocalDate.ofInstant(clock.instant(), zone).plus(NOTICE);
        Set<String> off = offStreets.get().stream().map(AreaCode::digits).collect(Collectors.toSet());
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            more = database.write(work -> {
                EntityManager em = work.entities();
                List<Object[]> lots = unnoticed(em, until, off);
                Map<Ending, Long> endings = new LinkedHashMap<>();
                for (Object[] row : lots) {
                    Lot lot = ((LotRow) row[0]).toDomain();
                    work.publish(new PointsExpiring((String) row[1], lot.street(), lot.remaining(), lot.expiresOn()));
                    endings.merge(
                            new Ending((String) row[1], lot.street(), lot.expiresOn()), lot.remaining(), Long::sum);
                    em.createQuery("update LotRow l set l.noticed = :yes where l.id = :id")
                            .setParameter("yes", true)
                            .setParameter("id", lot.id())
                            .executeUpdate();
                }
                endings.forEach((ending, points) -> inbox.tell(work, ending.owner(), news(ending, points)));
                return lots.size() == PAGE;
            });
        }
    }

    private record Ending(String owner, AreaCode street, LocalDate day) {}

    private News news(Ending ending, long points) {
        Instant lastDay = ending.day().minusDays(1).atStartOfDay(zone).toInstant();
        return new News(NoticeKind.POINTS_ENDING, ending.street(), 0, "", points, Optional.of(lastDay));
    }

    private static List<Object[]> unnoticed(EntityManager em, LocalDate until, Set<String> off) {
        String where = off.isEmpty() ? "" : " and l.street not in :off";
        var query = em.createQuery(
                        "select l, a.owner from LotRow l, AccountRow a where l.usedUp = :no and l.noticed = :no"
                                + " and l.expiresOn <= :until and a.id = l.account" + where
                                + " order by l.expiresOn, l.id",
                        Object[].class)
                .setParameter("no", false)
                .setParameter("until", Date.valueOf(until))
                .setMaxResults(PAGE);
        if (!off.isEmpty()) {
            query.setParameter("off", off);
        }
        return query.getResultList();
    }
}
