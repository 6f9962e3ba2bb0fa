package org.ezhili.platform.persistence.internal.events;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.ezhili.platform.module.Subscription;

/** Who has ever wished to be told of what: a module that is away for an upgrade misses nothing. */
final class Consumers {

    private Consumers() {}

    /** All consumers and the type of event each wants; live ones that are new are written down. */
    static Map<String, String> known(Connection connection, Map<String, Subscription<?>> live) throws SQLException {
        Map<String, String> known = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT name, type FROM platform.consumer");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                known.put(rows.getString(1), rows.getString(2));
            }
        }
        for (Map.Entry<String, Subscription<?>> consumer : live.entrySet()) {
            String type = consumer.getValue().type().getName();
            if (known.putIfAbsent(consumer.getKey(), type) == null) {
                insert(connection, consumer.getKey(), type);
            }
        }
        return known;
    }

    private static void insert(Connection connection, String name, String type) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO platform.consumer (name, type) VALUES (?, ?)")) {
            insert.setString(1, name);
            insert.setString(2, type);
            insert.executeUpdate();
        }
    }
}
