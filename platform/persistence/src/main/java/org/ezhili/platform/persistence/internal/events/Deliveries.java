package org.ezhili.platform.persistence.internal.events;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.ezhili.platform.DomainEvent;
import org.ezhili.platform.module.Delivery;
import org.ezhili.platform.module.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rows of events on their way. */
final class Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final int BATCH = 200;
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final String node = UUID.randomUUID().toString();
    private final DataSource source;
    private final Clock clock;
    private final EventCodec codec;

    Deliveries(DataSource source, Clock clock, EventCodec codec) {
        this.source = source;
        this.clock = clock;
        this.codec = codec;
    }

    /**
     * Gives each waiting event a row per consumer, known now or before. Events without any consumer are just marked. Two
     * nodes at once do no harm: the second one's batch fails on the first one's rows and is taken again.
     *
     * @return whether more may be waiting
     */
    boolean fanOut(Map<String, Subscription<?>> live) throws SQLException {
        try (Connection connection = begin()) {
            Map<String, String> known = Consumers.known(connection, live);
            List<Waiting> waiting = waiting(connection);
            for (Waiting event : waiting) {
                for (Map.Entry<String, String> consumer : known.entrySet()) {
                    if (consumer.getValue().equals(event.type())) {
                        insert(connection, consumer.getKey(), event);
                    }
                }
            }
            mark(connection, waiting);
            connection.commit();
            return waiting.size() == BATCH;
        }
    }

    private static List<Waiting> waiting(Connection connection) throws SQLException {
        List<Waiting> waiting = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT id, type, subject FROM platform.outbox WHERE fanned = FALSE ORDER BY id")) {
            select.setMaxRows(BATCH);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    waiting.add(new Waiting(rows.getLong(1), rows.getString(2), rows.getString(3)));
                }
            }
        }
        return waiting;
    }

    private void insert(Connection connection, String consumer, Waiting event) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO platform.delivery (consumer, event_id, subject, attempts, next_at) VALUES (?, ?, ?, 0, ?)")) {
            insert.setString(1, consumer);
            insert.setLong(2, event.id());
            insert.setString(3, event.subject());
            insert.setTimestamp(4, at(clock.instant()));
            insert.executeUpdate();
        }
    }

    private static void mark(Connection connection, List<Waiting> events) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE platform.outbox SET fanned = TRUE WHERE id = ?")) {
            for (Waiting event : events) {
                update.setLong(1, event.id());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    /** The consumers for which something is due. */
    Set<String> withWork() throws SQLException {
        Set<String> names = new HashSet<>();
        try (Connection connection = begin();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT c.name FROM platform.consumer c"
                                + " WHERE EXISTS (SELECT 1 FROM platform.delivery d WHERE d.consumer = c.name AND d.next_at <= ?)")) {
            select.setTimestamp(1, at(clock.instant()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            connection.commit();
        }
        return names;
    }

    /**
     * Hands a consumer what waits for it, if no other node is at it; a failed event holds back later ones of its subject only.
     *
     * @param live asked before each event: a version that has been left gets none any more
     * @return whether a full batch was handed over, so that more may be waiting
     */
    <E extends DomainEvent> boolean deliver(String consumer, Subscription<E> wish, BooleanSupplier live)
            throws SQLException {
        if (!live.getAsBoolean() || !hold(consumer)) {
            return false;
        }
        int handed = 0;
        try {
            Instant holdAgain = clock.instant().plus(LEASE.dividedBy(3));
            Set<String> heldBack = new HashSet<>();
            List<Due> all = due(consumer);
            for (Due due : all) {
                if (!live.getAsBoolean()) {
                    return false;
                }
                if (clock.instant().isAfter(holdAgain)) {
                    if (!hold(consumer)) {
                        return false;
                    }
                    holdAgain = clock.instant().plus(LEASE.dividedBy(3));
                }
                if (!heldBack.contains(due.subject()) && !attempt(consumer, wish, due)) {
                    heldBack.add(due.subject());
                }
                handed++;
            }
        } finally {
            leave(consumer);
        }
        return handed == BATCH;
    }

    /** Any node may go on with it at once. */
    private void leave(String consumer) throws SQLException {
        try (Connection connection = begin();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE platform.consumer SET held_by = NULL, held_until = NULL WHERE name = ? AND held_by = ?")) {
            update.setString(1, consumer);
            update.setString(2, node);
            update.executeUpdate();
            connection.commit();
        }
    }

    /** Keeps what this node holds, so that a handler may take its time without another node beginning the same. */
    void keepHolds() throws SQLException {
        try (Connection connection = begin();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE platform.consumer SET held_until = ? WHERE held_by = ?")) {
            update.setTimestamp(1, at(clock.instant().plus(LEASE)));
            update.setString(2, node);
            update.executeUpdate();
            connection.commit();
        }
    }

    private <E extends DomainEvent> boolean attempt(String consumer, Subscription<E> wish, Due due)
            throws SQLException {
        try {
            E event = codec.read(due.payload(), wish.type());
            wish.handler().accept(new Delivery<>(due.id(), consumer, due.happenedAt(), event));
            done(consumer, due.id());
            return true;
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
            LOG.warn(
                    "event {} for {} failed at attempt {}; it is tried again",
                    due.id(),
                    consumer,
                    due.attempts() + 1,
                    failure);
            failed(consumer, due, failure);
            return false;
        }
    }

    private boolean hold(String consumer) throws SQLException {
        try (Connection connection = begin();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE platform.consumer SET held_by = ?, held_until = ?"
                                + " WHERE name = ? AND (held_by IS NULL OR held_by = ? OR held_until < ?)")) {
            update.setString(1, node);
            update.setTimestamp(2, at(clock.instant().plus(LEASE)));
            update.setString(3, consumer);
            update.setString(4, node);
            update.setTimestamp(5, at(clock.instant()));
            boolean held = update.executeUpdate() == 1;
            connection.commit();
            return held;
        }
    }

    /**
     * What can be handed over now: events that wait for their next attempt, and those behind one of the same subject, are left
     * out, so that any number of them holds up nobody else.
     */
    private List<Due> due(String consumer) throws SQLException {
        List<Due> due = new ArrayList<>();
        try (Connection connection = begin();
                PreparedStatement select =
                        connection.prepareStatement("SELECT d.event_id, d.subject, d.attempts, o.happened_at, o.payload"
                                + " FROM platform.delivery d JOIN platform.outbox o ON o.id = d.event_id"
                                + " WHERE d.consumer = ? AND NOT EXISTS (SELECT 1 FROM platform.delivery b"
                                + " WHERE b.consumer = d.consumer AND b.subject = d.subject"
                                + " AND b.event_id <= d.event_id AND b.next_at > ?) ORDER BY d.event_id")) {
            select.setMaxRows(BATCH);
            select.setString(1, consumer);
            select.setTimestamp(2, at(clock.instant()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    due.add(new Due(
                            rows.getLong(1),
                            rows.getString(2),
                            rows.getInt(3),
                            instant(rows.getTimestamp(4)),
                            rows.getString(5)));
                }
            }
            connection.commit();
        }
        return due;
    }

    private void done(String consumer, long event) throws SQLException {
        try (Connection connection = begin();
                PreparedStatement delete = connection.prepareStatement(
                        "DELETE FROM platform.delivery WHERE consumer = ? AND event_id = ?")) {
            delete.setString(1, consumer);
            delete.setLong(2, event);
            delete.executeUpdate();
            connection.commit();
        }
    }

    private void failed(String consumer, Due due, Throwable failure) throws SQLException {
        String cause = String.valueOf(failure.getMessage());
        try (Connection connection = begin();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE platform.delivery SET attempts = ?, next_at = ?, last_error = ?"
                                + " WHERE consumer = ? AND event_id = ?")) {
            update.setInt(1, due.attempts() + 1);
            update.setTimestamp(2, at(clock.instant().plus(pauseAfter(due.attempts() + 1))));
            update.setString(3, cause.substring(0, Math.min(500, cause.length())));
            update.setString(4, consumer);
            update.setLong(5, due.id());
            update.executeUpdate();
            connection.commit();
        }
    }

    /** One second, doubled at every attempt, ten minutes at most. */
    static Duration pauseAfter(int attempts) {
        Duration pause = Duration.ofSeconds(1L << Math.min(attempts - 1, 20));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private Connection begin() throws SQLException {
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static Timestamp at(Instant instant) {
        return Timestamp.valueOf(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp.toLocalDateTime().toInstant(ZoneOffset.UTC);
    }

    private record Waiting(long id, String type, String subject) {}

    private record Due(long id, String subject, int attempts, Instant happenedAt, String payload) {}
}
