package org.ezhili.distribution.benchmarks.points;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * What no ledger can outrun that keeps a row for each transfer under a unique key: rows alone, in long commits, without accounts,
 * without clients who wait for an answer.
 */
final class PlainRows implements Transfers {

    static final int BATCH = 256;
    private static final AtomicLong IDS = new AtomicLong(System.currentTimeMillis() << 16);

    private final DataSource source;
    private final String run = System.nanoTime() + ":";

    private PlainRows(DataSource source) {
        this.source = source;
    }

    static PlainRows in(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE naive.plain (id BIGINT NOT NULL PRIMARY KEY, entry_key VARCHAR(120) NOT NULL"
                            + " UNIQUE, amount BIGINT NOT NULL, posted_at TIMESTAMP NOT NULL)");
            return new PlainRows(source);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Not one, but {@value #BATCH}. */
    @Override
    public void one(int client, long number) {
        try (Connection connection = source.getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO naive.plain VALUES (?, ?, 1, ?)")) {
            connection.setAutoCommit(false);
            Timestamp now = Timestamp.from(Instant.now());
            for (int row = 0; row < BATCH; row++) {
                insert.setLong(1, IDS.incrementAndGet());
                insert.setString(2, run + client + ":" + (number * BATCH + row));
                insert.setTimestamp(3, now);
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
