package org.ezhili.points.internal.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ezhili.points.internal.store.earning.Streets.EAST;
import static org.ezhili.points.internal.store.earning.Streets.WEST;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.points.Balance;
import org.ezhili.points.internal.domain.ledger.Outcome;
import org.ezhili.points.internal.domain.ledger.Outcome.Posted;
import org.ezhili.points.internal.domain.ledger.Outcome.Reason;
import org.ezhili.points.internal.domain.ledger.Outcome.Refused;
import org.ezhili.points.internal.domain.ledger.Transfer;
import org.ezhili.points.internal.store.earning.Streets;

class LedgerTest {

    private static Transfer earn(TestDatabase db, String key, String owner, AreaCode street, long amount, int days) {
        return new Transfer.Earn(key, owner, street, amount, Streets.today(db).plusDays(days), "test");
    }

    private static Transfer hold(String key, String owner, long amount) {
        return new Transfer.Hold(key, owner, Optional.empty(), amount, "test");
    }

    private static Ledger opened(TestDatabase db) {
        Streets.budget(db, EAST, 100_000);
        Streets.budget(db, WEST, 100_000);
        return Streets.ledger(db);
    }

    private static long remaining(TestDatabase db, AreaCode street) {
        return db.database()
                .read(em -> ((Number) em.createNativeQuery("SELECT SUM(remaining) FROM points.lot WHERE street = ?")
                                .setParameter(1, street.digits())
                                .getSingleResult())
                        .longValue());
    }

    @EachDatabase
    void points_are_given_promised_and_redeemed(TestDatabase db) {
        Ledger ledger = opened(db);
        assertThat(ledger.balance("lin")).isEqualTo(new Balance(0, 0, 0));
        assertThat(ledger.post(earn(db, "e1", "lin", EAST, 30, 90))).isInstanceOf(Posted.class);
        assertThat(ledger.post(hold("h1", "lin", 20))).isInstanceOf(Posted.class);
        assertThat(ledger.balance("lin")).isEqualTo(new Balance(10, 20, 0));
        assertThat(ledger.post(new Transfer.Redeem("r1", "h1", "test"))).isInstanceOf(Posted.class);
        assertThat(ledger.balance("lin")).isEqualTo(new Balance(10, 0, 0));
        assertThat(new Reconciliation(db.database()).run()).isEmpty();
    }

    @EachDatabase
    void nobody_spends_what_they_do_not_have(TestDatabase db) {
        Ledger ledger = opened(db);
        assertThat(ledger.post(hold("h0", "nobody", 1))).isEqualTo(new Refused(Reason.NOT_ENOUGH));
        ledger.post(earn(db, "e1", "lin", EAST, 30, 90));
        assertThat(ledger.post(hold("h1", "lin", 31))).isEqualTo(new Refused(Reason.NOT_ENOUGH));
        assertThat(ledger.post(new Transfer.Hold("h2", "lin", Optional.of(WEST), 1, "test")))
                .isEqualTo(new Refused(Reason.NOT_ENOUGH));
        assertThat(ledger.balance("lin")).isEqualTo(new Balance(30, 0, 0));
    }

    @EachDatabase
    void a_street_gives_no_more_than_its_budget(TestDatabase db) {
        Ledger ledger = Streets.ledger(db);
        assertThat(ledger.post(earn(db, "e0", "lin", EAST, 1, 90))).isEqualTo(new Refused(Reason.BUDGET));
        Streets.budget(db, EAST, 50);
        assertThat(ledger.post(earn(db, "e1", "lin", EAST, 50, 90))).isInstanceOf(Posted.class);
        assertThat(ledger.post(earn(db, "e2", "lin", EAST, 1, 90))).isEqualTo(new Refused(Reason.BUDGET));
        ledger.post(new Transfer.Reverse("back", "e1", "test"));
        assertThat(ledger.post(earn(db, "e3", "lin", EAST, 50, 90))).isInstanceOf(Posted.class);
        assertThat(new Reconciliation(db.database()).run()).isEmpty();
    }

    @EachDatabase
    void what_lapses_first_goes_first_and_comes_back_to_where_it_was(TestDatabase db) {
        Ledger ledger = opened(db);
        ledger.post(earn(db, "late", "lin", EAST, 10, 300));
        ledger.post(earn(db, "soon", "lin", WEST, 10, 30));
        ledger.post(hold("h1", "lin", 12));
        assertThat(remaining(db, WEST)).isZero();
        assertThat(remaining(db, EAST)).isEqualTo(8);
        assertThat(ledger.post(new Transfer.Release("b1", "h1", "test"))).isInstanceOf(Posted.class);
        assertThat(remaining(db, WEST)).isEqualTo(10);
        assertThat(remaining(db, EAST)).isEqualTo(10);
        assertThat(ledger.balance("lin")).isEqualTo(new Balance(20, 0, 0));
        assertThat(new Reconciliation(db.database()).run()).isEmpty();
    }

    @EachDatabase
    void many_small_lots_are_spent_in_the_order_in_which_they_lapse(TestDatabase db) {
        Ledger ledger = opened(db);
        for (int i = 0; i < 100; i++) {
            ledger.post(earn(db, "e" + i, "lin", i % 2 == 0 ? EAST : WEST, 1, 200 - i));
        }
        ledger.post(hold("h1", "lin", 70));
        List<Object> left = db.database()
                .read(em -> new ArrayList<>(em.createNativeQuery(
                                "SELECT expires_on FROM points.lot WHERE remaining > 0 ORDER BY expires_on")
                        .getResultList()));
        assertThat(left).hasSize(30);
        assertThat(left.get(0))
                .isEqualTo(java.sql.Date.valueOf(Streets.today(db).plusDays(200 - 29)));
        assertThat(ledger.balance("lin")).isEqualTo(new Balance(30, 70, 0));
    }

    @EachDatabase
    void points_of_a_matter_rejected_after_they_were_spent_are_a_debt_that_later_points_pay(TestDatabase db) {
        Ledger ledger = opened(db);
        ledger.post(earn(db, "e1", "lin", EAST, 30, 90));
        ledger.post(hold("h1", "lin", 25));
        ledger.post(new Transfer.Redeem("r1", "h1", "test"));
        assertThat(ledger.post(new Transfer.Reverse("x1", "e1", "test"))).isInstanceOf(Posted.class);
        assertThat(ledger.balance("lin")).isEqualTo(new Balance(0, 0, 25));
        ledger.post(earn(db, "e2", "lin", EAST, 10, 90));
        assertThat(ledger.balance("lin")).isEqualTo(new Balance(0, 0, 15));
        ledger.post(earn(db, "e3", "lin", WEST, 20, 90));
        assertThat(ledger.balance("lin")).isEqualTo(new Balance(5, 0, 0));
        assertThat(new Reconciliation(db.database()).run()).isEmpty();
    }

    @EachDatabase
    void a_hold_is_closed_once(TestDatabase db) {
        Ledger ledger = opened(db);
        ledger.post(earn(db, "e1", "lin", EAST, 30, 90));
        ledger.post(hold("h1", "lin", 20));
        assertThat(ledger.post(new Transfer.Release("b1", "h1", "test"))).isInstanceOf(Posted.class);
        assertThat(ledger.post(new Transfer.Redeem("r1", "h1", "test"))).isEqualTo(new Refused(Reason.CLOSED));
        assertThat(ledger.post(new Transfer.Release("b1", "h1", "test")))
                .isInstanceOfSatisfying(
                        Posted.class, again -> assertThat(again.repeated()).isTrue());
        assertThat(ledger.post(new Transfer.Redeem("r2", "e1", "test"))).isEqualTo(new Refused(Reason.NO_SUCH_POSTING));
        assertThat(ledger.post(new Transfer.Redeem("r2", "nothing", "test")))
                .isEqualTo(new Refused(Reason.NO_SUCH_POSTING));
        assertThat(ledger.post(hold("b1", "lin", 1))).isEqualTo(new Refused(Reason.KEY_REUSED));
        assertThat(ledger.post(hold("h1", "lin", 21))).isEqualTo(new Refused(Reason.KEY_REUSED));
        assertThat(ledger.post(hold("h1", "other", 20))).isEqualTo(new Refused(Reason.KEY_REUSED));
    }

    @EachDatabase
    void the_same_key_a_hundred_times_at_once_moves_points_once(TestDatabase db) throws Exception {
        Ledger one = opened(db);
        Ledger other = Streets.ledger(db);
        List<Outcome> outcomes =
                together(100, n -> (n % 2 == 0 ? one : other).post(earn(db, "e1", "lin", EAST, 7, 90)));
        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Posted.class))
                .extracting(outcome -> ((Posted) outcome).posting())
                .containsOnly(((Posted) outcomes.get(0)).posting());
        assertThat(outcomes)
                .filteredOn(outcome -> !((Posted) outcome).repeated())
                .hasSize(1);
        assertThat(one.balance("lin")).isEqualTo(new Balance(7, 0, 0));
    }

    @EachDatabase
    void in_transactions_of_their_own_the_same_key_moves_points_once_too(TestDatabase db) throws Exception {
        Ledger ledger = opened(db);
        ledger.post(earn(db, "e1", "lin", EAST, 100, 90));
        List<Outcome> outcomes =
                together(40, n -> db.database().write(work -> ledger.post(work, hold("h1", "lin", 60))));
        assertThat(outcomes)
                .filteredOn(outcome -> !((Posted) outcome).repeated())
                .hasSize(1);
        assertThat(ledger.balance("lin")).isEqualTo(new Balance(40, 60, 0));
    }

    @EachDatabase
    void two_nodes_with_many_clients_overspend_nothing(TestDatabase db) throws Exception {
        Ledger one = opened(db);
        Ledger other = Streets.ledger(db);
        for (int n = 0; n < 4; n++) {
            one.post(earn(db, "start" + n, "owner" + n, EAST, 50, 90));
        }
        List<Outcome> outcomes = together(
                160,
                n -> n % 3 == 0
                        ? db.database().write(work -> one.post(work, hold("h" + n, "owner" + n % 4, 3)))
                        : (n % 2 == 0 ? one : other).post(hold("h" + n, "owner" + n % 4, 3)));
        assertThat(outcomes).filteredOn(Posted.class::isInstance).hasSize(64);
        assertThat(outcomes)
                .filteredOn(Refused.class::isInstance)
                .containsOnly(new Refused(Reason.NOT_ENOUGH))
                .hasSize(96);
        for (int n = 0; n < 4; n++) {
            assertThat(one.balance("owner" + n)).isEqualTo(new Balance(2, 48, 0));
        }
        assertThat(new Reconciliation(db.database()).run()).isEmpty();
    }

    @EachDatabase
    void a_transaction_that_is_thrown_away_leaves_nothing(TestDatabase db) {
        Ledger ledger = opened(db);
        ledger.post(earn(db, "e1", "lin", EAST, 30, 90));
        assertThatThrownBy(() -> db.database().write(work -> {
                    ledger.post(work, hold("h1", "lin", 10));
                    throw new IllegalStateException("sold out");
                }))
                .hasMessage("sold out");
        assertThat(ledger.balance("lin")).isEqualTo(new Balance(30, 0, 0));
        assertThat(new Reconciliation(db.database()).run()).isEmpty();
    }

    @EachDatabase
    void a_refusal_keeps_nobody_else_of_the_same_batch_from_theirs(TestDatabase db) throws Exception {
        Ledger ledger = opened(db);
        List<Outcome> outcomes = together(
                60,
                n -> n % 3 == 0
                        ? ledger.post(hold("h" + n, "poor", 1))
                        : ledger.post(earn(db, "e" + n, "o" + n, EAST, 1, 9)));
        assertThat(outcomes).filteredOn(Posted.class::isInstance).hasSize(40);
        assertThat(LongStream.range(0, 60)
                        .filter(n -> n % 3 != 0)
                        .allMatch(n -> ledger.balance("o" + n).available() == 1))
                .isTrue();
    }

    private interface Numbered<T> {
        T run(int n) throws Exception;
    }

    private static <T> List<T> together(int times, Numbered<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(times, 32));
        try {
            List<Callable<T>> tasks = new ArrayList<>();
            for (int n = 0; n < times; n++) {
                int number = n;
                tasks.add(() -> work.run(number));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> done : pool.invokeAll(tasks)) {
                answers.add(done.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }
}
