package org.ezhili.points.internal.store.earning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.ezhili.matters.MatterAccepted;
import org.ezhili.matters.MatterCancelled;
import org.ezhili.matters.MatterClosed;
import org.ezhili.matters.MatterEscalated;
import org.ezhili.matters.MatterEvent;
import org.ezhili.matters.MatterRejected;
import org.ezhili.matters.MatterReported;
import org.ezhili.matters.MatterReturned;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.module.Delivery;
import org.ezhili.platform.module.Subscription;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.persistence.DuplicateRowException;
import org.ezhili.platform.persistence.Work;
import org.ezhili.points.Occasion;
import org.ezhili.points.OccasionKind;
import org.ezhili.points.internal.domain.earning.Sighting;
import org.ezhili.points.internal.domain.earning.Sighting.Sign;

/** Gives points for reports, and takes them back, by what the events of matters say. */
public final class Sightings {

    private final Database database;
    private final Earnings earnings;
    private final Predicate<AreaCode> isOn;
    private final Predicate<String> earns;

    /**
     * Follows matters.
     *
     * @param isOn whether an area's street has points
     * @param earns whether an account gets points for what it reports: to an official it is work
     */
    public Sightings(Database database, Earnings earnings, Predicate<AreaCode> isOn, Predicate<String> earns) {
        this.database = database;
        this.earnings = earnings;
        this.isOn = isOn;
        this.earns = earns;
    }

    public List<Subscription<?>> subscriptions() {
        return List.of(
                new Subscription<>("matter-reported", MatterReported.class, this::reported),
                new Subscription<>("matter-accepted", MatterAccepted.class, event -> seen(event, Sign.ACCEPTED)),
                new Subscription<>("matter-escalated", MatterEscalated.class, event -> seen(event, Sign.ACCEPTED)),
                new Subscription<>("matter-closed", MatterClosed.class, event -> seen(event, Sign.CLOSED)),
                new Subscription<>("matter-returned", MatterReturned.class, event -> seen(event, Sign.RETURNED)),
                new Subscription<>("matter-rejected", MatterRejected.class, event -> seen(event, Sign.REJECTED)),
                new Subscription<>("matter-cancelled", MatterCancelled.class, event -> seen(event, Sign.REJECTED)));
    }

    private void reported(Delivery<MatterReported> delivery) {
        MatterReported event = delivery.event();
        if (earns.test(event.actor())) {
            follow(delivery, row -> row.reportedBy(event.actor(), event.category()));
        }
    }

    private void seen(Delivery<? extends MatterEvent> delivery, Sign sign) {
        Instant at = delivery.event().at();
        follow(delivery, row -> row.keep(row.toDomain().seen(sign, at)));
    }

    private interface News {
        void enter(SightingRow row);
    }

    private void follow(Delivery<? extends MatterEvent> delivery, News news) {
        MatterEvent event = delivery.event();
        Optional<AreaCode> street = event.area().street();
        if (street.isEmpty()) {
            return;
        }
        try {
            follow(delivery, street.get(), news);
        } catch (DuplicateRowException anotherLane) {
            // two events of one matter came at once: its row is there now
            follow(delivery, street.get(), news);
        }
    }

    private void follow(Delivery<? extends MatterEvent> delivery, AreaCode street, News news) {
        MatterEvent event = delivery.event();
        database.write(work -> {
            EntityManager em = work.entities();
            Optional<SightingRow> known =
                    Optional.ofNullable(em.find(SightingRow.class, event.matter(), LockModeType.PESSIMISTIC_WRITE));
            if (known.isEmpty() && !isOn.test(street) || !work.firstTime(delivery)) {
                return false;
            }
            SightingRow row = known.orElseGet(() -> {
                SightingRow fresh = SightingRow.of(event.matter(), street);
                em.persist(fresh);
                return fresh;
            });
            news.enter(row);
            em.flush();
            settle(work, row);
            return true;
        });
    }

    /** Gives what is due, takes back what no longer is. */
    private void settle(Work work, SightingRow row) {
        Sighting sighting = row.toDomain();
        if (turn(work, row, OccasionKind.REPORT_ACCEPTED, row.accepted(), sighting.isAccepted())) {
            row.turnAccepted();
        }
        if (turn(work, row, OccasionKind.REPORT_RESOLVED, row.resolved(), sighting.isResolved())) {
            row.turnResolved();
        }
    }

    private boolean turn(Work work, SightingRow row, OccasionKind kind, int turns, Optional<Instant> due) {
        boolean given = turns % 2 == 1;
        if (!given && due.isPresent() && row.reporter().isPresent()) {
            earnings.award(
                    work,
                    new Occasion(
                            kind,
                            row.category(),
                            row.reporter().get(),
                            row.street(),
                            1,
                            due.get(),
                            source(row.id(), turns)));
            return true;
        }
        if (given && due.isEmpty()) {
            earnings.withdraw(work, kind, source(row.id(), turns - 1));
            return true;
        }
        return false;
    }

    /** A matter that is accepted or closed again after it was not is another occasion. */
    private static String source(long matter, int turns) {
        return "matter:" + matter + (turns == 0 ? "" : "/" + (turns / 2 + 1));
    }
}
