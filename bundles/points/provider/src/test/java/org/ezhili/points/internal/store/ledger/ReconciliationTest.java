package org.ezhili.points.internal.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ezhili.points.internal.store.earning.Streets.EAST;
import static org.ezhili.points.internal.store.earning.Streets.WEST;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.points.internal.domain.ledger.Transfer;
import org.ezhili.points.internal.domain.rewards.Courses;
import org.ezhili.points.internal.store.earning.Streets;
import org.ezhili.points.internal.store.notices.Inbox;
import org.ezhili.points.internal.store.rewards.Redemptions;
import org.ezhili.points.internal.store.rewards.Rewards;
import org.ezhili.points.internal.store.rewards.SoldOut;
import org.ezhili.points.internal.store.rewards.WaitingList;

/** Whatever is planted in the ledger's tables is found and named. */
class ReconciliationTest {

    private static final String OF = "(SELECT id FROM points.posting WHERE entry_key = ";

    /** What somebody does to the tables → the names it must be found under (there may be more). */
    private static final Map<String, Set<String>> PLANTED = new TreeMap<>(Map.ofEntries(
            Map.entry("UPDATE points.account SET balance = balance + 1 WHERE owner = 'lin'", Set.of("wrong-balance")),
            Map.entry("UPDATE points.account SET held = held + 5 WHERE owner = 'lin'", Set.of("wrong-held")),
            Map.entry(
                    "UPDATE points.account SET debt = debt + 5 WHERE owner = 'lin'",
                    Set.of("wrong-debt", "unpaid-debt")),
            Map.entry(
                    "DELETE FROM points.leg WHERE kind = 'owner' AND posting_id = " + OF + "'e1')",
                    Set.of("missing-leg", "unbalanced-posting", "sum-not-zero", "wrong-balance")),
            Map.entry("DELETE FROM points.posting WHERE entry_key = 'e1'", Set.of("missing-posting", "wrong-lot")),
            Map.entry(
                    "UPDATE points.leg SET amount = amount + 1 WHERE kind = 'issuer' AND posting_id = " + OF + "'e1')",
                    Set.of("unbalanced-posting", "wrong-tally")),
            Map.entry("UPDATE points.posting SET amount = 1000 WHERE entry_key = 'e1'", Set.of("altered-amount")),
            Map.entry(
                    "UPDATE points.leg SET amount = amount * 10 WHERE posting_id = " + OF + "'h2')",
                    Set.of("overdrawn-lot", "altered-amount", "wrong-remainder")),
            Map.entry("UPDATE points.lot SET remaining = remaining - 1 WHERE remaining > 0", Set.of("wrong-remainder")),
            Map.entry("UPDATE points.lot SET used_up = TRUE WHERE remaining > 0", Set.of("wrong-mark")),
            Map.entry("UPDATE points.lot SET amount = amount + 100", Set.of("wrong-lot")),
            Map.entry("DELETE FROM points.lot WHERE street = '340603003'", Set.of("missing-lot")),
            Map.entry("UPDATE points.lot SET street = '340603005'", Set.of("foreign-leg")),
            Map.entry(
                    "ALTER TABLE points.posting DROP CONSTRAINT posting_key;"
                            + "UPDATE points.posting SET entry_key = 'e1' WHERE entry_key = 'e2'",
                    Set.of("duplicated-key")),
            Map.entry(
                    "UPDATE points.posting SET closes = " + OF + "'h1') WHERE entry_key = 'x2'",
                    Set.of("closed-twice")),
            Map.entry("UPDATE points.posting SET closes = 7 WHERE entry_key = 'x2'", Set.of("wrong-closing")),
            Map.entry("DELETE FROM points.closing WHERE closed = " + OF + "'h2')", Set.of("wrong-mark-of-closing")),
            Map.entry("INSERT INTO points.closing (closed, posting_id) VALUES (7, 8)", Set.of("loose-closing")),
            Map.entry("UPDATE points.lot SET lapsed = 1 WHERE remaining < amount", Set.of("wrong-lapsed")),
            Map.entry("UPDATE points.voucher SET state = 'cancelled'", Set.of("loose-hold", "wrong-stock")),
            Map.entry("UPDATE points.voucher SET id = id + 1", Set.of("loose-hold", "loose-voucher")),
            Map.entry("UPDATE points.reward SET stock = stock + 1", Set.of("wrong-stock")),
            Map.entry("DELETE FROM points.reward_waiter", Set.of("wrong-waiting")),
            Map.entry("UPDATE points.tally SET amount = amount + 1", Set.of("wrong-tally")),
            Map.entry("UPDATE points.budget SET given = 0", Set.of("wrong-budget")),
            Map.entry(
                    "UPDATE points.leg SET amount = -amount WHERE posting_id = " + OF + "'r1')",
                    Set.of("wrong-side"))));

    @EachDatabase
    void a_ledger_that_is_right_is_found_right(TestDatabase db) {
        history(db);
        assertThat(new Reconciliation(db.database()).run()).isEmpty();
        new Flows(db.database(), db.ids()).fold();
        assertThat(new Reconciliation(db.database()).run()).isEmpty();
    }

    @EachDatabase
    void every_sort_of_corruption_is_found_and_named(TestDatabase db) throws SQLException {
        history(db);
        Reconciliation reconciliation = new Reconciliation(db.database());
        Set<String> named = new TreeSet<>();
        for (Map.Entry<String, Set<String>> planted : PLANTED.entrySet()) {
            Tables tables = Tables.of(db);
            tables.plant(planted.getKey());
            Set<String> found =
                    reconciliation.run().stream().map(Finding::check).collect(Collectors.toSet());
            assertThat(found).as(planted.getKey()).containsAll(planted.getValue());
            named.addAll(found);
            tables.restore();
            assertThat(reconciliation.run())
                    .as("restored after " + planted.getKey())
                    .isEmpty();
        }
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(
                        List.of(Check.values()).stream().map(Check::word).toList());
    }

    private static void history(TestDatabase db) {
        moved(db);
        redeemed(db);
    }

    /** Somebody has a voucher for the last one, and somebody waits for another. */
    private static void redeemed(TestDatabase db) {
        Ledger ledger = Streets.ledger(db);
        SoldOut soldOut = new SoldOut(db.database(), db.clock());
        Redemptions redemptions = new Redemptions(db.database(), ledger, soldOut, db.ids(), db.clock());
        Rewards rewards = new Rewards(db.database(), db.ids(), db.clock());
        long id = db.ids().next();
        db.database()
                .write(work ->
                        rewards.add(work.entities(), id, Courses.priced(Courses.goods(Courses.DISTRICT, 1, 0), 5)));
        redemptions.redeem(id, "lin", 5, IdempotencyKey.of("points.redeem", "lin", null, "one"));
        new WaitingList(
                        db.database(),
                        redemptions,
                        soldOut,
                        new Inbox(db.database(), Set::of, db.ids(), db.clock()),
                        Set::of,
                        db.ids(),
                        db.clock())
                .join(id, "chen");
    }

    private static void moved(TestDatabase db) {
        Streets.budget(db, EAST, 1_000);
        Streets.budget(db, WEST, 1_000);
        Ledger ledger = Streets.ledger(db);
        ledger.post(new Transfer.Earn("e1", "lin", EAST, 40, Streets.today(db).plusDays(50), "one"));
        ledger.post(new Transfer.Earn("e2", "lin", WEST, 40, Streets.today(db).plusDays(60), "two"));
        ledger.post(new Transfer.Hold("h1", "lin", Optional.empty(), 30, "three"));
        ledger.post(new Transfer.Redeem("r1", "h1", "three"));
        ledger.post(new Transfer.Hold("h2", "lin", Optional.empty(), 15, "four"));
        ledger.post(new Transfer.Release("x2", "h2", "four"));
        ledger.post(new Transfer.Hold("h3", "lin", Optional.empty(), 15, "five"));
    }

    /** Copies of the tables, to put back what was there. */
    private record Tables(TestDatabase db) {

        private static final List<String> ALL = List.of(
                "account", "lot", "posting", "closing", "leg", "tally", "budget", "reward", "reward_waiter", "voucher");

        static Tables of(TestDatabase db) throws SQLException {
            for (String table : ALL) {
                String copy = "CREATE TABLE points." + table + "_copy AS SELECT * FROM points." + table;
                if (db.kind().name().equals("DERBY")) {
                    run(db, copy + " WITH NO DATA");
                    run(db, "INSERT INTO points." + table + "_copy SELECT * FROM points." + table);
                } else {
                    run(db, copy);
                }
            }
            return new Tables(db);
        }

        void plant(String statements) throws SQLException {
            for (String statement : statements.split(";")) {
                run(db, statement);
            }
        }

        void restore() throws SQLException {
            for (String table : ALL) {
                run(db, "DELETE FROM points." + table);
                run(db, "INSERT INTO points." + table + " SELECT * FROM points." + table + "_copy");
                run(db, "DROP TABLE points." + table + "_copy");
            }
        }

        private static void run(TestDatabase db, String sql) throws SQLException {
            try (Connection connection = db.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
