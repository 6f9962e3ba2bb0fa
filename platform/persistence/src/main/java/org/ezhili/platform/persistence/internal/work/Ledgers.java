package org.ezhili.platform.persistence.internal.work;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.persistence.PersistenceException;
import org.ezhili.platform.DomainEvent;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.Ids;
import org.ezhili.platform.persistence.Once;
import org.ezhili.platform.persistence.internal.events.EventCodec;

/** Writes the platform's rows in a module's transaction: outbox, inbox, answers of repeatable writes. */
public final class Ledgers {

    private final Ids ids;
    private final Clock clock;
    private final EventCodec codec;
    private final Runnable afterCommit;

    /** @param afterCommit called after a transaction with events has been committed */
    public Ledgers(Ids ids, Clock clock, EventCodec codec, Runnable afterCommit) {
        this.ids = ids;
        this.clock = clock;
        this.codec = codec;
        this.afterCommit = afterCommit;
    }

    void committed() {
        afterCommit.run();
    }

    void keepEvent(Connection connection, DomainEvent event) {
        String sql = "INSERT INTO platform.outbox (id, type, subject, area, happened_at, payload, fanned)"
                + " VALUES (?, ?, ?, ?, ?, ?, FALSE)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, ids.next());
            insert.setString(2, event.getClass().getName());
            insert.setString(3, event.subject());
            insert.setString(4, event.area().digits());
            insert.setTimestamp(5, now());
            insert.setString(6, codec.write(event));
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    boolean enterInbox(Connection connection, String consumer, long event) {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT 1 FROM platform.inbox WHERE consumer = ? AND event_id = ?")) {
            select.setString(1, consumer);
            select.setLong(2, event);
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    return false;
                }
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO platform.inbox (consumer, event_id, done_at) VALUES (?, ?, ?)")) {
                insert.setString(1, consumer);
                insert.setLong(2, event);
                insert.setTimestamp(3, now());
                insert.executeUpdate();
                return true;
            }
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    void keepAnswer(Connection connection, IdempotencyKey key, String answer) {
        String sql = "INSERT INTO platform.idempotency (operation, account, value_key, fingerprint, answer, done_at)"
                + " VALUES (?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, key.operation());
            insert.setString(2, key.account());
            insert.setString(3, key.value());
            insert.setString(4, key.fingerprint());
            insert.setString(5, answer);
            insert.setTimestamp(6, now());
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    Optional<Once> answerOf(Connection connection, IdempotencyKey key) {
        String sql = "SELECT fingerprint, answer FROM platform.idempotency"
                + " WHERE operation = ? AND account = ? AND value_key = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, key.operation());
            select.setString(2, key.account());
            select.setString(3, key.value());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(
                        row.getString(1).equals(key.fingerprint())
                                ? new Once.Done(row.getString(2), true)
                                : new Once.OtherContent());
            }
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    private Timestamp now() {
        return Timestamp.valueOf(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }
}
