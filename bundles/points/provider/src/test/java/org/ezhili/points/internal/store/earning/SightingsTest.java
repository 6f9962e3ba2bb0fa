package org.ezhili.points.internal.store.earning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ezhili.points.internal.store.earning.Streets.EAST;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.ezhili.matters.MatterAccepted;
import org.ezhili.matters.MatterCancelled;
import org.ezhili.matters.MatterClosed;
import org.ezhili.matters.MatterEvent;
import org.ezhili.matters.MatterRejected;
import org.ezhili.matters.MatterReported;
import org.ezhili.matters.MatterReturned;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.platform.module.Delivery;
import org.ezhili.platform.module.Subscription;
import org.ezhili.points.Balance;
import org.ezhili.points.internal.domain.ledger.Transfer;
import org.ezhili.points.internal.domain.notices.Notice;
import org.ezhili.points.internal.store.ledger.Ledger;
import org.ezhili.points.internal.store.ledger.Reconciliation;
import org.ezhili.points.internal.store.notices.Inbox;

/** Twenty points for a report that was accepted and resolved: ten and ten. */
class SightingsTest {

    private static final AreaCode GRID = AreaCode.of("340603002001001");
    private static final Instant DAY = Instant.parse("2026-03-02T02:00:00Z");

    private boolean on = true;
    private long events = 1;

    private record Street(Ledger ledger, Sightings sightings, Inbox inbox) {

        /** What the resident was told, latest first. */
        List<String> told() {
            return inbox.of("resident", PageRequest.first(9)).items().stream()
                    .map(Notice::news)
                    .map(news -> news.kind().word() + " " + news.title() + " " + news.amount())
                    .toList();
        }
    }

    private Street street(TestDatabase db) {
        Streets.open(db, EAST);
        Ledger ledger = Streets.ledger(db);
        Inbox inbox = new Inbox(db.database(), () -> on ? Set.of() : Set.of(EAST), db.ids(), db.clock());
        Earnings earnings = new Earnings(db.database(), ledger, inbox, area -> on, db.ids(), db.clock(), Streets.ZONE);
        return new Street(
                ledger,
                new Sightings(db.database(), earnings, area -> on, account -> account.startsWith("resident")),
                inbox);
    }

    private Delivery<MatterEvent> news(MatterEvent event) {
        return new Delivery<>(events++, "points.test", event.at(), event);
    }

    private static Instant at(int minute) {
        return DAY.plusSeconds(60L * minute);
    }

    private static MatterEvent reported(long matter, String who) {
        return new MatterReported(matter, GRID, "E0101", who, at(0));
    }

    private static MatterEvent accepted(long matter, int minute) {
        return new MatterAccepted(matter, GRID, "E0101", "community", at(minute));
    }

    private static MatterEvent closed(long matter, int minute) {
        return new MatterClosed(matter, GRID, "E0101", "community", at(minute));
    }

    private static MatterEvent returned(long matter, int minute) {
        return new MatterReturned(matter, GRID, "E0101", "community", at(minute), "worker");
    }

    @SuppressWarnings("unchecked")
    private static void deliver(Sightings sightings, Delivery<MatterEvent> delivery) {
        Subscription<MatterEvent> wish = (Subscription<MatterEvent>) sightings.subscriptions().stream()
                .filter(subscription -> subscription.type().isInstance(delivery.event()))
                .findFirst()
                .orElseThrow();
        wish.handler().accept(delivery);
    }

    private static long available(Street street, String who) {
        return street.ledger().balance(who).available();
    }

    @EachDatabase
    void a_report_earns_when_it_is_accepted_and_when_it_is_resolved(TestDatabase db) {
        Street street = street(db);
        deliver(street.sightings(), news(reported(1, "resident")));
        assertThat(available(street, "resident")).isZero();
        deliver(street.sightings(), news(accepted(1, 1)));
        assertThat(available(street, "resident")).isEqualTo(10);
        deliver(street.sightings(), news(closed(1, 9)));
        assertThat(available(street, "resident")).isEqualTo(20);
    }

    @EachDatabase
    void who_reported_is_told_once_of_points_that_a_later_word_takes_back_and_of_nothing_that_was_never_theirs(
            TestDatabase db) {
        Street street = street(db);
        deliver(street.sightings(), news(reported(1, "resident")));
        deliver(street.sightings(), news(new MatterRejected(1, GRID, "E0101", "community", at(1))));
        assertThat(street.told()).isEmpty();
        deliver(street.sightings(), news(accepted(1, 2)));
        deliver(street.sightings(), news(closed(1, 3)));
        assertThat(street.told()).isEmpty();
        Delivery<MatterEvent> returned = news(returned(1, 4));
        deliver(street.sightings(), returned);
        deliver(street.sightings(), returned);
        assertThat(street.told()).containsExactly("points-withdrawn report-resolved 10");
        deliver(street.sightings(), news(new MatterRejected(1, GRID, "E0101", "community", at(5))));
        assertThat(street.told())
                .containsExactly("points-withdrawn report-accepted 10", "points-withdrawn report-resolved 10");
    }

    @EachDatabase
    void where_points_are_off_they_are_taken_back_and_nobody_is_told_nor_later(TestDatabase db) {
        Street street = street(db);
        deliver(street.sightings(), news(reported(1, "resident")));
        deliver(street.sightings(), news(accepted(1, 1)));
        on = false;
        deliver(street.sightings(), news(new MatterRejected(1, GRID, "E0101", "community", at(2))));
        on = true;
        assertThat(available(street, "resident")).isZero();
        assertThat(street.told()).isEmpty();
    }

    @EachDatabase
    void what_officials_report_is_their_work(TestDatabase db) {
        Street street = street(db);
        deliver(street.sightings(), news(reported(1, "worker")));
        deliver(street.sightings(), news(accepted(1, 1)));
        assertThat(available(street, "worker")).isZero();
    }

    @EachDatabase
    void whatever_the_order_and_however_often_events_come_the_points_are_the_same(TestDatabase db) {
        Street street = street(db);
        Random random = new Random(7);
        for (int round = 1; round <= 12; round++) {
            String who = "resident" + round;
            boolean ends = round % 2 == 0;
            List<Delivery<MatterEvent>> all = new ArrayList<>(List.of(
                    news(reported(round, who)),
                    news(accepted(round, 1)),
                    news(closed(round, 3)),
                    news(returned(round, 4))));
            if (ends) {
                all.add(news(closed(round, 6)));
            } else {
                all.add(news(new MatterCancelled(round, GRID, "E0101", "community", at(5))));
            }
            all.addAll(List.copyOf(all));
            Collections.shuffle(all, random);
            all.forEach(delivery -> deliver(street.sightings(), delivery));
            assertThat(street.ledger().balance(who)).isEqualTo(new Balance(ends ? 20 : 0, 0, 0));
        }
        assertThat(new Reconciliation(db.database()).run()).isEmpty();
    }

    @EachDatabase
    void points_spent_before_the_matter_was_returned_are_a_debt(TestDatabase db) {
        Street street = street(db);
        deliver(street.sightings(), news(reported(1, "resident")));
        deliver(street.sightings(), news(accepted(1, 1)));
        deliver(street.sightings(), news(closed(1, 2)));
        street.ledger().post(new Transfer.Hold("h1", "resident", java.util.Optional.empty(), 20, "test"));
        deliver(street.sightings(), news(returned(1, 3)));
        assertThat(street.ledger().balance("resident")).isEqualTo(new Balance(0, 20, 10));
        deliver(street.sightings(), news(closed(1, 4)));
        assertThat(street.ledger().balance("resident")).isEqualTo(new Balance(0, 20, 0));
        deliver(street.sightings(), news(new MatterRejected(1, GRID, "E0101", "community", at(5))));
        assertThat(street.ledger().balance("resident")).isEqualTo(new Balance(0, 20, 20));
        assertThat(new Reconciliation(db.database()).run()).isEmpty();
    }

    @EachDatabase
    void where_points_are_off_events_leave_nothing(TestDatabase db) {
        Street street = street(db);
        on = false;
        deliver(street.sightings(), news(reported(1, "resident")));
        deliver(street.sightings(), news(accepted(1, 1)));
        on = true;
        deliver(street.sightings(), news(closed(1, 2)));
        assertThat(available(street, "resident")).isZero();
    }
}
