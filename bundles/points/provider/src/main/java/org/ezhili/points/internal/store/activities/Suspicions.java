package org.ezhili.points.internal.store.activities;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Ids;
import org.ezhili.platform.persistence.Database;
import org.ezhili.points.internal.domain.activities.Circles;
import org.ezhili.points.internal.domain.activities.Circles.ByHand;
import org.ezhili.points.internal.domain.activities.Signup;

/** Looks through the check-ins for what no single one shows: one phone for many people, coordinators who favour a few. */
public final class Suspicions implements Runnable {

    static final Duration LOOKS_BACK = Duration.ofDays(90);
    private static final long MANY = 3;

    private final Database database;
    private final AnomalyStore anomalies;
    private final Predicate<AreaCode> isOn;
    private final Ids ids;
    private final Clock clock;
    private final ZoneId zone;

    /** @param isOn whether an area's street has points */
    public Suspicions(
            Database database, AnomalyStore anomalies, Predicate<AreaCode> isOn, Ids ids, Clock clock, ZoneId zone) {
        this.database = database;
        this.anomalies = anomalies;
        this.isOn = isOn;
        this.ids = ids;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public void run() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant since = now.minus(LOOKS_BACK);
        String month = YearMonth.from(now.atZone(zone)).toString();
        devices(since, now, month);
        circles(since, now, month);
    }

    private void devices(Instant since, Instant now, String month) {
        List<Object[]> shared = database.read(em -> em.createQuery(
                        "select s.device, count(distinct s.account), max(s.id) from SignupRow s"
                                + " where s.inAt >= :since and s.device is not null"
                                + " group by s.device having count(distinct s.account) >= :many",
                        Object[].class)
                .setParameter("since", since)
                .setParameter("many", MANY)
                .getResultList());
        for (Object[] one : shared) {
            Signup latest = database.read(em ->
                    em.find(SignupRow.class, ((Number) one[2]).longValue()).toDomain());
            if (isOn.test(latest.street())) {
                anomalies.note(AnomalyRow.device(
                        ids.next(), latest, (String) one[0], ((Number) one[1]).longValue(), month, now));
            }
        }
    }

    private void circles(Instant since, Instant now, String month) {
        List<ByHand> byHand = database
                .read(em -> em.createQuery(
                                "select s.street, s.inBy, s.account, count(s) from SignupRow s"
                                        + " where s.inAt >= :since and s.inBy <> s.account"
                                        + " group by s.street, s.inBy, s.account",
                                Object[].class)
                        .setParameter("since", since)
                        .getResultList())
                .stream()
                .map(one -> new ByHand(
                        AreaCode.of((String) one[0]), (String) one[1], (String) one[2], ((Number) one[3]).longValue()))
                .filter(one -> isOn.test(one.street()))
                .toList();
        Circles.of(byHand).forEach(pair -> anomalies.note(AnomalyRow.circle(ids.next(), pair, month, now)));
    }
}
