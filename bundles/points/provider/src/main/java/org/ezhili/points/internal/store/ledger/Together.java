package org.ezhili.points.internal.store.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.persistence.PersistenceException;
import org.jspecify.annotations.Nullable;

/**
 * Statements that don't need each other's answers. PostgreSQL, to which every way there and back counts, is sent all of them at
 * once when they {@link #run}, in the order in which they were added; Derby, in the same process, does each as it is added.
 * Not thread-safe.
 */
final class Together {

    private final Connection connection;
    private final boolean atOnce;
    private final List<Part> parts = new ArrayList<>();

    Together(Connection connection) {
        this.connection = connection;
        this.atOnce = Locking.of(connection) == Locking.DERBY;
    }

    /** A statement, what it is sent, and who takes its rows, if it has some. */
    private record Part(
            String sql, List<?> values, @Nullable Taking taking) {}

    @FunctionalInterface
    private interface Taking {
        void row(ResultSet row) throws SQLException;
    }

    /**
     * Has rows looked up by index, whatever the planner thinks of it, until the transaction ends. PostgreSQL keeps a
     * statement's plan with the connection: one that was made while the tables were small reads all of them ever after, until
     * statistics are next gathered.
     */
    void byIndex() {
        if (!atOnce) {
            parts.add(new Part("SET LOCAL enable_seqscan = off", List.of(), null));
        }
    }

    /** Rows by their keys, as {@link Sql#in}. */
    <R> void in(String sql, Collection<?> keys, Sql.Reader<R> reader, Consumer<R> taker) {
        if (atOnce) {
            Sql.in(connection, sql, keys, reader).forEach(taker);
        } else if (!keys.isEmpty()) {
            rows(sql.replace("IN (*)", "= ANY (?)"), Collections.singletonList(keys.toArray()), reader, taker);
        }
    }

    /** The rows of a query. */
    <R> void rows(String sql, List<?> values, Sql.Reader<R> reader, Consumer<R> taker) {
        if (atOnce) {
            Sql.list(connection, sql, values, 0, reader).forEach(taker);
        } else {
            parts.add(new Part(sql, values, row -> taker.accept(reader.read(row))));
        }
    }

    /** Inserts rows; each has a value for each of the columns. */
    void insert(String into, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        String marks = Sql.marks(rows.get(0).length);
        if (atOnce) {
            Sql.rowByRow(connection, "INSERT INTO " + into + " VALUES " + marks, rows);
        } else {
            parts.add(new Part("INSERT INTO " + into + " SELECT * FROM unnest" + marks, columns(rows), null));
        }
    }

    /**
     * Changes rows by their ids.
     *
     * @param set columns that are set
     * @param rows id, then a value for each of the columns
     */
    void update(String table, List<String> set, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        if (atOnce) {
            Sql.rowByRow(
                    connection,
                    "UPDATE " + table + " SET " + assigned(set, "?") + " WHERE id = ?",
                    rows.stream().map(Sql::idLast).toList());
        } else {
            String sql = "UPDATE " + table + " AS t SET " + assigned(set, "v.") + " FROM unnest"
                    + Sql.marks(set.size() + 1) + " AS v (id, " + String.join(", ", set) + ") WHERE t.id = v.id";
            parts.add(new Part(sql, columns(rows), null));
        }
    }

    /** One change for each of the rows, of which there are few. */
    void each(String sql, List<Object[]> rows) {
        if (atOnce) {
            Sql.rowByRow(connection, sql, rows);
        } else {
            rows.forEach(row -> parts.add(new Part(sql, Arrays.asList(row), null)));
        }
    }

    private static String assigned(List<String> set, String value) {
        return set.stream()
                .map(column -> column + " = " + value + (value.equals("?") ? "" : column))
                .collect(Collectors.joining(", "));
    }

    /** Each column of the rows as an array. */
    private static List<Object[]> columns(List<Object[]> rows) {
        return IntStream.range(0, rows.get(0).length)
                .mapToObj(column -> rows.stream().map(row -> row[column]).toArray())
                .toList();
    }

    /** Sends what has not been done, and has the rows taken. */
    void run() {
        if (parts.isEmpty()) {
            return;
        }
        String sql = parts.stream().map(Part::sql).collect(Collectors.joining("; "));
        try (PreparedStatement all = connection.prepareStatement(sql)) {
            int place = 0;
            for (Part part : parts) {
                for (Object value : part.values()) {
                    Sql.bind(all, ++place, value);
                }
            }
            all.execute();
            for (Part part : parts) {
                take(all, part.taking());
                all.getMoreResults();
            }
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
        parts.clear();
    }

    private static void take(PreparedStatement all, @Nullable Taking taking) throws SQLException {
        if (taking != null) {
            try (ResultSet rows = all.getResultSet()) {
                while (rows.next()) {
                    taking.row(rows);
                }
            }
        }
    }
}
