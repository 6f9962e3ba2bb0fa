package org.ezhili.platform.persistence.internal.nodes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.ezhili.platform.Node;

/** The rows of the nodes. A number is free for whoever comes after {@code idsUntil}, by the comer's own clock. */
final class NodeTable {

    private final DataSource source;

    NodeTable(DataSource source) {
        this.source = source;
    }

    /** One number as somebody holds or held it. */
    record Held(Node node, String owner, Instant idsUntil) {

        boolean isFreeAt(Instant moment) {
            return idsUntil.isBefore(moment);
        }
    }

    List<Held> all() throws SQLException {
        List<Held> all = new ArrayList<>();
        try (Connection connection = begin();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT number, owner, name, since, seen_at, ids_until FROM platform.node ORDER BY number");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                Node node = new Node(rows.getInt(1), rows.getString(3), instant(rows, 4), instant(rows, 5));
                all.add(new Held(node, rows.getString(2), instant(rows, 6)));
            }
            connection.commit();
        }
        return all;
    }

    Optional<Held> find(int number) throws SQLException {
        return all().stream().filter(held -> held.node().number() == number).findFirst();
    }

    /** Takes a number that is free at {@code held.node().since()}; false when another was faster or holds it. */
    boolean take(Held held) throws SQLException {
        Node node = held.node();
        try (Connection connection = begin()) {
            boolean taken = update(connection, held);
            if (!taken) {
                taken = insert(connection, held);
            }
            connection.commit();
            return taken;
        } catch (SQLException failure) {
            if ("23505".equals(failure.getSQLState())) {
                return false;
            }
            throw new SQLException("node number " + node.number() + " could not be asked for", failure);
        }
    }

    private static boolean update(Connection connection, Held held) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE platform.node SET owner = ?, name = ?, since = ?, seen_at = ?, ids_until = ?"
                        + " WHERE number = ? AND ids_until < ?")) {
            fill(update, held);
            update.setTimestamp(7, at(held.node().since()));
            return update.executeUpdate() == 1;
        }
    }

    private static boolean insert(Connection connection, Held held) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO platform.node (owner, name, since, seen_at, ids_until, number) VALUES (?, ?, ?, ?, ?, ?)")) {
            fill(insert, held);
            return insert.executeUpdate() == 1;
        }
    }

    private static void fill(PreparedStatement statement, Held held) throws SQLException {
        statement.setString(1, held.owner());
        statement.setString(2, held.node().name());
        statement.setTimestamp(3, at(held.node().since()));
        statement.setTimestamp(4, at(held.node().seen()));
        statement.setTimestamp(5, at(held.idsUntil()));
        statement.setInt(6, held.node().number());
    }

    /** Writes down how far the owner's ids may go; false when the number is another's by now. */
    boolean keep(int number, String owner, Instant seen, Instant idsUntil) throws SQLException {
        try (Connection connection = begin();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE platform.node SET seen_at = ?, ids_until = ? WHERE number = ? AND owner = ?")) {
            update.setTimestamp(1, at(seen));
            update.setTimestamp(2, at(idsUntil));
            update.setInt(3, number);
            update.setString(4, owner);
            boolean kept = update.executeUpdate() == 1;
            connection.commit();
            return kept;
        }
    }

    private Connection begin() throws SQLException {
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static Timestamp at(Instant instant) {
        return Timestamp.valueOf(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    private static Instant instant(ResultSet rows, int column) throws SQLException {
        return rows.getTimestamp(column).toLocalDateTime().toInstant(ZoneOffset.UTC);
    }
}
