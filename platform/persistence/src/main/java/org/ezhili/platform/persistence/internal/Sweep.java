package org.ezhili.platform.persistence.internal;

import com.github.f4b6a3.tsid.Tsid;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/**
 * Takes away what nobody can ask for any more: answers of repeatable writes and delivered events, a week after. An event that
 * still waits for a consumer stays, and so does everything after it.
 */
public final class Sweep {

    static final Duration KEPT = Duration.ofDays(7);

    /** The inbox outlives the outbox, so that nothing can come a second time. */
    private static final Duration INBOX_KEPT = KEPT.plusDays(1);

    /** A TSID's upper bits are milliseconds since 2020. */
    private static final int RANDOM_BITS = 22;

    private final DataSource source;

    public Sweep(DataSource source) {
        this.source = source;
    }

    /** Returns how many rows went. */
    public int run(Instant now) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            int gone = olderThan(connection, "DELETE FROM platform.idempotency WHERE done_at < ?", now.minus(KEPT))
                    + olderThan(connection, "DELETE FROM platform.inbox WHERE done_at < ?", now.minus(INBOX_KEPT))
                    + events(connection, Math.min(firstIdOf(now.minus(KEPT)), oldestWaiting(connection)));
            connection.commit();
            return gone;
        }
    }

    private static int olderThan(Connection connection, String sql, Instant limit) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setTimestamp(1, Timestamp.valueOf(LocalDateTime.ofInstant(limit, ZoneOffset.UTC)));
            return delete.executeUpdate();
        }
    }

    private static int events(Connection connection, long before) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM platform.outbox WHERE fanned = TRUE AND id < ?")) {
            delete.setLong(1, before);
            return delete.executeUpdate();
        }
    }

    private static long oldestWaiting(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("SELECT MIN(event_id) FROM platform.delivery")) {
            row.next();
            long oldest = row.getLong(1);
            return row.wasNull() ? Long.MAX_VALUE : oldest;
        }
    }

    private static long firstIdOf(Instant instant) {
        return (instant.toEpochMilli() - Tsid.TSID_EPOCH) << RANDOM_BITS;
    }
}
