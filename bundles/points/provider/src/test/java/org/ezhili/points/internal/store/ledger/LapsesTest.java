package org.ezhili.points.internal.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ezhili.points.internal.store.earning.Streets.EAST;
import static org.ezhili.points.internal.store.earning.Streets.WEST;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.points.Balance;
import org.ezhili.points.internal.domain.ledger.Outcome.Posted;
import org.ezhili.points.internal.domain.ledger.Outcome.Reason;
import org.ezhili.points.internal.domain.ledger.Outcome.Refused;
import org.ezhili.points.internal.domain.ledger.Transfer;
import org.ezhili.points.internal.store.earning.Streets;
import org.ezhili.points.internal.store.notices.Inbox;

class LapsesTest {

    private final Set<AreaCode> off = new HashSet<>();

    private Ledger opened(TestDatabase db) {
        Streets.budget(db, EAST, 10_000);
        Streets.budget(db, WEST, 10_000);
        Ledger ledger = Streets.ledger(db);
        for (int i = 0; i < 5; i++) {
            AreaCode street = i % 2 == 0 ? EAST : WEST;
            ledger.post(new Transfer.Earn(
                    "e" + i, "lin", street, 10, Streets.today(db).plusDays(10 * (i + 1)), "test"));
        }
        return ledger;
    }

    private Lapses lapses(TestDatabase db, Ledger ledger) {
        return new Lapses(db.database(), ledger, inbox(db), () -> off, db.clock(), Streets.ZONE);
    }

    private Inbox inbox(TestDatabase db) {
        return new Inbox(db.database(), () -> off, db.ids(), db.clock());
    }

    private static long events(TestDatabase db) {
        return db.database().read(em -> ((Number) em.createNativeQuery("SELECT COUNT(*) FROM platform.outbox")
                        .getSingleResult())
                .longValue());
    }

    @EachDatabase
    void points_lapse_on_their_day_once(TestDatabase db) {
        Ledger ledger = opened(db);
        Lapses lapses = lapses(db, ledger);
        lapses.run();
        assertThat(ledger.balance("lin")).isEqualTo(new Balance(50, 0, 0));
        db.clock().forward(Duration.ofDays(10));
        lapses.run();
        lapses.run();
        assertThat(ledger.balance("lin")).isEqualTo(new Balance(40, 0, 0));
        db.clock().forward(Duration.ofDays(400));
        lapses.run();
        assertThat(ledger.balance("lin")).isEqualTo(new Balance(0, 0, 0));
        assertThat(new Reconciliation(db.database()).run()).isEmpty();
    }

    @EachDatabase
    void what_has_lapsed_is_not_spent_even_before_the_job_has_seen_it(TestDatabase db) {
        Ledger ledger = opened(db);
        db.clock().forward(Duration.ofDays(45));
        assertThat(ledger.post(new Transfer.Hold("h1", "lin", Optional.empty(), 11, "test")))
                .isEqualTo(new Refused(Reason.NOT_ENOUGH));
        assertThat(ledger.post(new Transfer.Hold("h2", "lin", Optional.empty(), 10, "test")))
                .isInstanceOf(Posted.class);
    }

    @EachDatabase
    void a_reward_given_back_after_its_points_have_lapsed_lapses_the_day_after(TestDatabase db) {
        Ledger ledger = opened(db);
        ledger.post(new Transfer.Hold("h1", "lin", Optional.empty(), 10, "test"));
        db.clock().forward(Duration.ofDays(12));
        lapses(db, ledger).run();
        ledger.post(new Transfer.Release("b1", "h1", "test"));
        assertThat(ledger.balance("lin")).isEqualTo(new Balance(50, 0, 0));
        lapses(db, ledger).run();
        assertThat(ledger.balance("lin")).isEqualTo(new Balance(40, 0, 0));
        assertThat(new Reconciliation(db.database()).run()).isEmpty();
    }

    @EachDatabase
    void where_points_are_off_nothing_lapses(TestDatabase db) {
        Ledger ledger = opened(db);
        off.add(WEST);
        db.clock().forward(Duration.ofDays(400));
        lapses(db, ledger).run();
        assertThat(ledger.balance("lin")).isEqualTo(new Balance(20, 0, 0));
        lapses(db, ledger).tell();
        assertThat(events(db)).isZero();
    }

    @EachDatabase
    void an_expiry_that_was_wrong_is_corrected(TestDatabase db) {
        Ledger ledger = opened(db);
        db.clock().forward(Duration.ofDays(10));
        lapses(db, ledger).run();
        String key = db.database()
                .read(em -> (String) em.createNativeQuery("SELECT entry_key FROM points.posting WHERE kind = 'expire'")
                        .getSingleResult());
        assertThat(ledger.post(new Transfer.Reverse("x", key, "test"))).isInstanceOf(Posted.class);
        assertThat(ledger.balance("lin")).isEqualTo(new Balance(50, 0, 0));
        assertThat(ledger.post(new Transfer.Reverse("y", key, "test"))).isEqualTo(new Refused(Reason.CLOSED));
        assertThat(new Reconciliation(db.database()).run()).isEmpty();
    }

    @EachDatabase
    void owners_are_told_a_month_before_once_for_each_lot(TestDatabase db) {
        Lapses lapses = lapses(db, opened(db));
        lapses.tell();
        assertThat(events(db)).isEqualTo(3);
        lapses.tell();
        assertThat(events(db)).isEqualTo(3);
        db.clock().forward(Duration.ofDays(10));
        lapses.tell();
        assertThat(events(db)).isEqualTo(4);
    }

    @EachDatabase
    void what_lapses_in_a_street_on_one_day_is_one_notice_with_the_last_day_to_spend_it(TestDatabase db) {
        Ledger ledger = opened(db);
        ledger.post(new Transfer.Earn("e9", "lin", EAST, 7, Streets.today(db).plusDays(10), "test"));
        off.add(WEST);
        lapses(db, ledger).tell();
        lapses(db, ledger).tell();
        assertThat(inbox(db).of("lin", org.ezhili.platform.PageRequest.first(9)).items())
                .extracting(notice -> notice.news().amount(), notice -> notice.news()
                        .due())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(17L, Optional.of(lastDay(db, 10))),
                        org.assertj.core.groups.Tuple.tuple(10L, Optional.of(lastDay(db, 30))));
    }

    private static java.time.Instant lastDay(TestDatabase db, int days) {
        return Streets.today(db).plusDays(days - 1).atStartOfDay(Streets.ZONE).toInstant();
    }
}
