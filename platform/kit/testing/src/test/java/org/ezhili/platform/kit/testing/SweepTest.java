package org.ezhili.platform.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.persistence.internal.Sweep;

class SweepTest {

    @EachDatabase
    void what_is_younger_than_a_week_stays(TestDatabase db) throws SQLException {
        leaveTraces(db);

        new Sweep(db.dataSource()).run(db.clock().instant().plus(Duration.ofDays(6)));

        assertThat(count(db, "platform.idempotency")).isEqualTo(1);
        assertThat(count(db, "platform.outbox")).isEqualTo(1);
    }

    @EachDatabase
    void answers_and_delivered_events_go_after_a_week(TestDatabase db) throws SQLException {
        leaveTraces(db);

        new Sweep(db.dataSource()).run(later(Duration.ofDays(8)));

        assertThat(count(db, "platform.idempotency")).isZero();
        assertThat(count(db, "platform.outbox")).isZero();
    }

    @EachDatabase
    void an_event_that_still_waits_for_a_consumer_stays_however_old(TestDatabase db) throws SQLException {
        leaveTraces(db);
        execute(
                db,
                "INSERT INTO platform.delivery (consumer, event_id, subject, attempts, next_at)"
                        + " SELECT 'points.reports', id, subject, 3, happened_at FROM platform.outbox");

        new Sweep(db.dataSource()).run(later(Duration.ofDays(400)));

        assertThat(count(db, "platform.outbox")).isEqualTo(1);
    }

    /** Ids of events carry the real time, rows the hand-moved one; both are past by then. */
    private static Instant later(Duration time) {
        return Instant.now().plus(time);
    }

    private static void leaveTraces(TestDatabase db) throws SQLException {
        db.clock().moveTo(Instant.now());
        db.database().once(IdempotencyKey.of("notes.write", "resident", "k", "c"), work -> {
            work.publish(new NoteWritten("a", AreaCode.of("340603002")));
            return "1";
        });
        execute(db, "UPDATE platform.outbox SET fanned = TRUE");
    }

    private static void execute(TestDatabase db, String sql) throws SQLException {
        try (Connection connection = db.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static int count(TestDatabase db, String table) throws SQLException {
        try (Connection connection = db.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            row.next();
            return row.getInt(1);
        }
    }
}
