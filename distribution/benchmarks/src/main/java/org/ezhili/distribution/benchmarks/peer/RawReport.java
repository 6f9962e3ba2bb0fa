package org.ezhili.distribution.benchmarks.peer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** The statements that a report comes to, in one transaction: matter, first step, counter, outbox, answer kept for a repeat. */
final class RawReport {

    private static final AtomicLong IDS = new AtomicLong(System.currentTimeMillis() << 22);
    private static final String GRID = "340603002001001";
    private static final String REPORTER = "worker.gongdian";
    private static final String EVENT = "org.ezhili.matters.MatterReported";
    private static final int FINGERPRINT = 64;

    private RawReport() {}

    /** @param description as the body came; it is not parsed */
    static String report(DataSource source, String description) throws SQLException {
        long id = IDS.incrementAndGet();
        Timestamp now = new Timestamp(System.currentTimeMillis());
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                matter(connection, id, description, now);
                step(connection, id, now);
                tally(connection, IDS.incrementAndGet());
                outbox(connection, id, now);
                keep(connection, id, now);
                connection.commit();
            } catch (SQLException failure) {
                connection.rollback();
                throw failure;
            }
        }
        return "{\"id\":\"" + id + "\",\"state\":\"reported\",\"area\":\"" + GRID + "\"}";
    }

    private static void matter(Connection connection, long id, String description, Timestamp now) throws SQLException {
        run(
                connection,
                "INSERT INTO matters.matter (id, version, rule_version, category, description, area, district, street,"
                        + " community, grid, lon, lat, state, tier, reporter, handler, returned, reported_at, due_at, owed_by,"
                        + " photos) VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, ?, ?, ?, NULL, FALSE, ?, ?, ?, NULL)",
                id,
                "2026.1",
                "E0101",
                description.substring(0, Math.min(200, description.length())),
                GRID,
                GRID.substring(0, 6),
                GRID.substring(0, 9),
                GRID.substring(0, 12),
                GRID,
                "reported",
                "grid",
                REPORTER,
                now,
                now,
                now);
    }

    private static void step(Connection connection, long id, Timestamp now) throws SQLException {
        run(
                connection,
                "INSERT INTO matters.step (matter_id, seq, done_at, actor, action, from_state, to_state, tier, handler, reason,"
                        + " note, photos) VALUES (?, 1, ?, ?, ?, NULL, ?, ?, NULL, NULL, NULL, NULL)",
                id,
                now,
                REPORTER,
                "report",
                "reported",
                "grid");
    }

    private static void tally(Connection connection, long id) throws SQLException {
        run(
                connection,
                "INSERT INTO matters.tally (id, area, state, amount) VALUES (?, ?, ?, 1)",
                id,
                GRID,
                "reported");
    }

    private static void outbox(Connection connection, long id, Timestamp now) throws SQLException {
        run(
                connection,
                "INSERT INTO platform.outbox (id, type, subject, area, happened_at, payload, fanned)"
                        + " VALUES (?, ?, ?, ?, ?, ?, FALSE)",
                IDS.incrementAndGet(),
                EVENT,
                "matter:" + id,
                GRID,
                now,
                "{\"matter\":" + id + ",\"area\":\"" + GRID + "\",\"category\":\"E0101\",\"actor\":\"" + REPORTER
                        + "\",\"at\":\"" + now + "\"}");
    }

    private static void keep(Connection connection, long id, Timestamp now) throws SQLException {
        run(
                connection,
                "INSERT INTO platform.idempotency (operation, account, value_key, fingerprint, answer, done_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                "matters.report",
                REPORTER,
                "raw-" + id,
                "0".repeat(FINGERPRINT),
                Long.toString(id),
                now);
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
    }
}
