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

    private final Random random;
    private final Map<String, List<String>> workers;
    private final List<String> grids;
    private final Map<String, Integer> counters = new TreeMap<>();

    private Filling(long seed, Map<String, List<String>> workers) {
        this.random = new Random(seed);
        this.workers = workers;
        this.grids = List.copyOf(workers.keySet());
    }

    /**
     * Adds the matters of these numbers, of so many in all; the last ones bring the statistics up to date.
     *
     * @param to the first number that isn't added
     */
    static String add(DataSource source, int from, int to, int rows) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            Filling filling = new Filling(
                    from,
                    texts(
                            connection,
                            "SELECT area, account FROM security.account_grant WHERE role = 'worker'"
                                    + " ORDER BY area, account"));
            filling.add(connection, from, to, rows);
            if (to == rows) {
                statistics(
                        connection,
                        connection.getMetaData().getDatabaseProductName().contains("Derby"));
            }
            return "{\"added\":" + (to - from) + "}";
        }
    }

    /** Second columns by first. */
    private static Map<String, List<String>> texts(Connection connection, String sql) throws SQLException {
        Map<String, List<String>> texts = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.computeIfAbsent(rows.getString(1), first -> new ArrayList<>())
                        .add(rows.getString(2));
            }
        }
        return texts;
    }

    private void add(Connection connection, int from, int to, int rows) throws SQLException {
        long step = YEARS / rows;
        long begin = System.currentTimeMillis() - Duration.ofDays(1).toMillis() - YEARS;
        for (int first = from; first < to; first += BATCH) {
            try (PreparedStatement matter = connection.prepareStatement(
                            "INSERT INTO matters.matter (id, version, rule_version, category, description, area, district, street,"
                                    + " community, grid, state, tier, reporter, handler, returned, reported_at, due_at, owed_by)"
                                    + " VALUES (?, 1, '2026.1', ?, ?, ?, ?, ?, ?, ?, ?, 'grid', ?, ?, FALSE, ?, ?, ?)");
                    PreparedStatement history = connection.prepareStatement(
                            "INSERT INTO matters.step (matter_id, seq, done_at, actor, action, to_state, tier)"
                                    + " VALUES (?, 1, ?, ?, 'report', 'reported', 'grid')");
                    PreparedStatement involved = connection.prepareStatement(
                            "INSERT INTO matters.involved (account, matter_id) VALUES (?, ?)")) {
                for (int number = first; number < Math.min(first + BATCH, to); number++) {
                    one(matter, history, involved, begin + number * step, number);
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
        String reporter = someone(grid);
        boolean given = List.of("closed", "dispatched", "in-hand", "handled").contains(state);
        boolean owes = List.of("reported", "accepted", "dispatched", "in-hand").contains(state);
        String handler = given ? someone(grid) : null;
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

    /** Reported and handled by those who work there. */
    private String someone(String grid) {
        List<String> known = workers.getOrDefault(grid, List.of());
        return known.get(random.nextInt(known.size()));
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
