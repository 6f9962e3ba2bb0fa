package org.ezhili.distribution.benchmarks.peer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Fills a district with matters of three years, each with its first step, its handler and its place in the counters. Most are
 * closed, as in a real district: what is open grows with all the rest.
 */
final class Filling {

    private static final int BATCH = 1_000;
    private static final Instant FIRST_ID = Instant.parse("2020-01-01T00:00:00Z");
    private static final int RANDOM_BITS = 22;
    private static final long YEARS = Duration.ofDays(3 * 365).toMillis();
    private static final String[] STATES = {
        "closed",
        "closed",
        "closed",
        "closed",
        "closed",
        "closed",
        "closed",
        "closed",
        "closed",
        "closed",
        "closed",
        "closed",
        "closed",
        "cancelled",
        "rejected",
        "reported",
        "accepted",
        "dispatched",
        "in-hand",
        "handled"
    };
    private static final String[] CATEGORIES = {"C0101", "E0101"};

    private final Random random = new Random(7);
    private final List<String> grids;
    private final List<String> people;
    private final Map<String, Integer> counters = new TreeMap<>();

    private Filling(List<String> grids, List<String> people) {
        this.grids = grids;
        this.people = people;
    }

    /** Adds matters until there are {@code rows}. */
    static String upTo(DataSource source, int rows) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            int before = Integer.parseInt(texts(connection, "SELECT CAST(COUNT(*) AS CHAR(12)) FROM matters.matter")
                    .get(0)
                    .trim());
            Filling filling = new Filling(
                    texts(connection, "SELECT code FROM grid.area WHERE area_level = 'GRID'"),
                    texts(connection, "SELECT account FROM security.account"));
            filling.add(connection, rows - before);
            boolean derby = connection.getMetaData().getDatabaseProductName().contains("Derby");
            statistics(connection, derby);
            return "{\"added\":" + (rows - before) + "}";
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private void add(Connection connection, int rows) throws SQLException {
        long step = Math.max(1, YEARS / Math.max(1, rows));
        long at = System.currentTimeMillis() - Duration.ofDays(1).toMillis() - step * rows;
        for (int done = 0; done < rows; done += BATCH) {
            try (PreparedStatement matter = connection.prepareStatement(
                            "INSERT INTO matters.matter (id, version, rule_version, category, description, area, district, street,"
                                    + " community, grid, state, tier, reporter, handler, returned, reported_at, due_at, owed_by)"
                                    + " VALUES (?, 1, '2026.1', ?, ?, ?, ?, ?, ?, ?, ?, 'grid', ?, ?, FALSE, ?, ?, ?)");
                    PreparedStatement history = connection.prepareStatement(
                            "INSERT INTO matters.step (matter_id, seq, done_at, actor, action, to_state, tier)"
                                    + " VALUES (?, 1, ?, ?, 'report', 'reported', 'grid')");
                    PreparedStatement involved = connection.prepareStatement(
                            "INSERT INTO matters.involved (account, matter_id) VALUES (?, ?)")) {
                for (int i = 0; i < Math.min(BATCH, rows - done); i++) {
                    at += step;
                    one(matter, history, involved, at, done + i);
                }
                matter.executeBatch();
                history.executeBatch();
                involved.executeBatch();
            }
            connection.commit();
        }
        count(connection);
        connection.commit();
    }

    private void one(
            PreparedStatement matter, PreparedStatement history, PreparedStatement involved, long at, int number)
            throws SQLException {
        long id = (at - FIRST_ID.toEpochMilli() << RANDOM_BITS) + (number & 0xfffff);
        String grid = grids.get(random.nextInt(grids.size()));
        String state = STATES[random.nextInt(STATES.length)];
        String reporter = people.get(random.nextInt(people.size()));
        boolean given = List.of("closed", "dispatched", "in-hand", "handled").contains(state);
        boolean owes = List.of("reported", "accepted", "dispatched", "in-hand").contains(state);
        String handler = given ? people.get(random.nextInt(people.size())) : null;
        Timestamp reported = new Timestamp(at);
        Timestamp due = new Timestamp(at + Duration.ofDays(3).toMillis());
        set(
                matter,
                id,
                CATEGORIES[random.nextInt(CATEGORIES.length)],
                "路面有破损，影响通行，第 " + number + " 件",
                grid,
                grid.substring(0, 6),
                grid.substring(0, 9),
                grid.substring(0, 12),
                grid,
                state,
                reporter,
                handler,
                reported,
                due,
                owes ? due : null);
        set(history, id, reported, reporter);
        if (handler != null) {
            set(involved, handler, id);
        }
        counters.merge(grid + " " + state, 1, Integer::sum);
    }

    /** The counters as the job that folds them leaves them: one row for each grid and state. */
    private void count(Connection connection) throws SQLException {
        long id = System.currentTimeMillis() << RANDOM_BITS;
        try (PreparedStatement tally = connection.prepareStatement(
                "INSERT INTO matters.tally (id, area, state, amount) VALUES (?, ?, ?, ?)")) {
            for (Map.Entry<String, Integer> counter : counters.entrySet()) {
                String[] key = counter.getKey().split(" ", 2);
                set(tally, id++, key[0], key[1], counter.getValue());
            }
            tally.executeBatch();
        }
    }

    /** What both databases do by themselves a while after such a change. */
    private static void statistics(Connection connection, boolean derby) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (derby) {
                for (String table : List.of("MATTER", "STEP", "INVOLVED", "TALLY")) {
                    statement.execute("CALL SYSCS_UTIL.SYSCS_UPDATE_STATISTICS('MATTERS', '" + table + "', NULL)");
                }
            } else {
                statement.execute("ANALYZE matters.matter");
                statement.execute("ANALYZE matters.step");
                statement.execute("ANALYZE matters.involved");
                statement.execute("ANALYZE matters.tally");
            }
        }
        connection.commit();
    }

    private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }
}
