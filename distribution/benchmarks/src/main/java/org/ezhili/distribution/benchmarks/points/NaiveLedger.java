package org.ezhili.distribution.benchmarks.points;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * The peer: what one writes first. Both balances are read {@code FOR UPDATE} in the order of their numbers, the posting goes
 * in under its unique key with its two legs, both balances are written, commit. It knows no lots, no budgets, no tallies.
 */
final class NaiveLedger implements Transfers {

    private static final int ROWS = 500;
    private static final AtomicLong IDS = new AtomicLong(System.currentTimeMillis() << 16);

    private final DataSource source;
    private final int owners;
    private final boolean hot;
    private final String lock;
    private final String run = System.nanoTime() + ":";

    private NaiveLedger(DataSource source, int owners, boolean hot, String lock) {
        this.source = source;
        this.owners = owners;
        this.hot = hot;
        this.lock = lock;
    }

    /** Transfers of which one side is always the same account. */
    NaiveLedger onOneHotAccount() {
        return new NaiveLedger(source, owners, true, lock);
    }

    static NaiveLedger in(DataSource source, int owners) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA naive");
            statement.execute("CREATE TABLE naive.account (id BIGINT NOT NULL PRIMARY KEY, balance BIGINT NOT NULL)");
            statement.execute(
                    "CREATE TABLE naive.posting (id BIGINT NOT NULL PRIMARY KEY, entry_key VARCHAR(120) NOT NULL"
                            + " UNIQUE, amount BIGINT NOT NULL, posted_at TIMESTAMP NOT NULL)");
            statement.execute(
                    "CREATE TABLE naive.leg (posting_id BIGINT NOT NULL, account_id BIGINT NOT NULL, amount BIGINT"
                            + " NOT NULL, PRIMARY KEY (posting_id, account_id))");
            for (int from = 0; from < owners; from += ROWS) {
                StringBuilder rows = new StringBuilder();
                for (int n = from; n < Math.min(from + ROWS, owners); n++) {
                    rows.append(n == from ? "" : ",").append("(" + n + "," + Books.EACH + ")");
                }
                statement.execute("INSERT INTO naive.account VALUES " + rows);
            }
            boolean derby = connection.getMetaData().getDatabaseProductName().contains("Derby");
            return new NaiveLedger(source, owners, false, derby ? " FOR UPDATE WITH RS" : " FOR UPDATE");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void one(int client, long number) {
        ThreadLocalRandom chance = ThreadLocalRandom.current();
        long from = hot ? 0 : chance.nextInt(owners);
        long to = (from + 1 + chance.nextInt(owners - 1)) % owners;
        // half of them the other way round, so that nobody runs out
        long amount = number % 2 == 0 ? 1 : -1;
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                transfer(connection, from, to, amount, run + client + ":" + number);
                connection.commit();
            } catch (SQLException failure) {
                connection.rollback();
                throw failure;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void transfer(Connection connection, long from, long to, long amount, String key) throws SQLException {
        long first = locked(connection, Math.min(from, to));
        long second = locked(connection, Math.max(from, to));
        long ofFrom = from < to ? first : second;
        long ofTo = from < to ? second : first;
        if (ofFrom < amount) {
            throw new IllegalStateException("not enough");
        }
        long id = IDS.incrementAndGet();
        run(
                connection,
                "INSERT INTO naive.posting VALUES (?, ?, ?, ?)",
                id,
                key,
                amount,
                Timestamp.from(Instant.now()));
        run(connection, "INSERT INTO naive.leg VALUES (?, ?, ?)", id, from, -amount);
        run(connection, "INSERT INTO naive.leg VALUES (?, ?, ?)", id, to, amount);
        run(connection, "UPDATE naive.account SET balance = ? WHERE id = ?", ofFrom - amount, from);
        run(connection, "UPDATE naive.account SET balance = ? WHERE id = ?", ofTo + amount, to);
    }

    private long locked(Connection connection, long account) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT balance FROM naive.account WHERE id = ?" + lock)) {
            select.setLong(1, account);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
