package org.ezhili.platform.persistence.internal.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Lets one node at a time take schema steps. Flyway has a lock of its own, but makes a schema before it takes that: of two
 * nodes that meet an empty database, one would give up.
 */
final class SchemaLock implements AutoCloseable {

    /** Any number that nobody else locks; the first digits of the district's code of this house. */
    private static final long KEY = 340_603_000_001L;

    private final Optional<Connection> holder;

    private SchemaLock(Optional<Connection> holder) {
        this.holder = holder;
    }

    static SchemaLock none() {
        return new SchemaLock(Optional.empty());
    }

    /** Held by a session: should the node die, it is free at once. */
    static SchemaLock onPostgres(DataSource source) throws SQLException {
        Connection connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute("SELECT pg_advisory_lock(" + KEY + ")");
            return new SchemaLock(Optional.of(connection));
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    @Override
    public void close() throws SQLException {
        if (holder.isPresent()) {
            try (Connection connection = holder.get();
                    Statement statement = connection.createStatement()) {
                statement.execute("SELECT pg_advisory_unlock(" + KEY + ")");
            }
        }
    }
}
