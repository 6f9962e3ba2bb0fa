package org.ezhili.distribution.benchmarks.peer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** One matter with the names of its people and its area, by one statement, written as JSON by hand. */
final class RawRead {

    private static final String SQL =
            "SELECT m.id, m.version, m.category, m.description, m.state, m.tier, m.area, a.name, m.lon,"
                    + " m.lat, m.reporter, r.name, m.handler, h.name, m.returned, m.reported_at, m.due_at, m.photos"
                    + " FROM matters.matter m LEFT JOIN grid.area a ON a.code = m.area"
                    + " LEFT JOIN security.account r ON r.account = m.reporter"
                    + " LEFT JOIN security.account h ON h.account = m.handler WHERE m.id = ?";

    private static final String[] FIELDS = {
        "id",
        "version",
        "category",
        "description",
        "state",
        "tier",
        "area",
        "areaName",
        "lon",
        "lat",
        "reporter",
        "reporterName",
        "handler",
        "handlerName",
        "returned",
        "reportedAt",
        "dueAt",
        "photos"
    };

    private RawRead() {}

    static Optional<String> matter(DataSource source, long id) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement(SQL)) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(json(row)) : Optional.empty();
            }
        }
    }

    private static String json(ResultSet row) throws SQLException {
        StringBuilder json = new StringBuilder(600);
        for (int i = 0; i < FIELDS.length; i++) {
            String value = row.getString(i + 1);
            if (value != null) {
                json.append(json.isEmpty() ? "{\"" : ",\"").append(FIELDS[i]).append("\":\"");
                escape(value, json);
                json.append('"');
            }
        }
        return json.append('}').toString();
    }

    private static void escape(String text, StringBuilder json) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
    }
}
