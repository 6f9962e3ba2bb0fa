package org.ezhili.points.internal.store.ledger;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import javax.persistence.PersistenceException;
import org.jspecify.annotations.Nullable;

/**
 * Statements over many rows at once: the ledger writes by hundreds, where one statement for each row would be what takes
 * the time. Lengths of lists are rounded up to a few sizes, so that few statements are ever compiled.
 */
public final class Sql {

    private static final int[] SIZES = {128, 32, 8, 2, 1};
    private static final int MOST = 256;

    /** Each row is looked up among those of its statement. */
    private static final int UPDATED_AT_ONCE = 32;

    private Sql() {}

    /** Makes a value of the row at hand. */
    @FunctionalInterface
    public interface Reader<R> {
        R read(ResultSet row) throws SQLException;
    }

    public static <R> List<R> list(Connection connection, String sql, List<?> values, int most, Reader<R> reader) {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setMaxRows(most);
            for (int i = 0; i < values.size(); i++) {
                bind(select, i + 1, values.get(i));
            }
            List<R> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    /** As {@link #list}, where {@code (*)} in the statement stands for the keys. */
    public static <R> List<R> in(Connection connection, String sql, Collection<?> keys, Reader<R> reader) {
        List<Object> all = new ArrayList<>(keys);
        List<R> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST) {
            List<Object> part = new ArrayList<>(all.subList(from, Math.min(all.size(), from + MOST)));
            int size = 1;
            while (size < part.size()) {
                size *= 4;
            }
            part.addAll(Collections.nCopies(size - part.size(), part.get(0)));
            found.addAll(list(connection, sql.replace("(*)", marks(size)), part, 0, reader));
        }
        return found;
    }

    /** Inserts rows; each has a value for each of the columns. */
    public static void insert(Connection connection, String into, List<Object[]> rows) {
        int from = 0;
        for (int size : SIZES) {
            while (rows.size() - from >= size) {
                insert(connection, into, rows.subList(from, from + size), rows.get(from).length);
                from += size;
            }
        }
    }

    private static void insert(Connection connection, String into, List<Object[]> rows, int columns) {
        String values = String.join(", ", Collections.nCopies(rows.size(), marks(columns)));
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + into + " VALUES " + values)) {
            int place = 1;
            for (Object[] row : rows) {
                for (Object value : row) {
                    bind(insert, place++, value);
                }
            }
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    /**
     * Changes rows by their ids, many in one statement.
     *
     * @param columns name and type of each that is set
     * @param rows id, then a value for each of the columns
     */
    public static void update(Connection connection, String table, List<String> columns, List<Object[]> rows) {
        int from = 0;
        for (int size : SIZES) {
            while (size <= UPDATED_AT_ONCE && rows.size() - from >= size) {
                updateSome(connection, table, columns, rows.subList(from, from + size));
                from += size;
            }
        }
    }

    private static void updateSome(Connection connection, String table, List<String> columns, List<Object[]> rows) {
        StringBuilder sql = new StringBuilder("UPDATE ").append(table).append(" SET ");
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String[] column = columns.get(i).split(" ", 2);
            sql.append(i == 0 ? "" : ", ").append(column[0]).append(" = CASE");
            for (Object[] row : rows) {
                sql.append(" WHEN id = ? THEN CAST(? AS ").append(column[1]).append(')');
                values.add(row[0]);
                values.add(row[i + 1]);
            }
            sql.append(" END");
        }
        sql.append(" WHERE id IN ").append(marks(rows.size()));
        rows.forEach(row -> values.add(row[0]));
        try (PreparedStatement update = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < values.size(); i++) {
                bind(update, i + 1, values.get(i));
            }
            update.executeUpdate();
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    /** Runs one statement for each row of values. */
    public static void each(Connection connection, String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    bind(update, i + 1, row[i]);
                }
                update.addBatch();
            }
            update.executeBatch();
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toLocalDateTime().toInstant(ZoneOffset.UTC);
    }

    private static void bind(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(place, Types.BIGINT);
        } else if (value instanceof Instant instant) {
            statement.setTimestamp(place, Timestamp.valueOf(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)));
        } else if (value instanceof LocalDate day) {
            statement.setDate(place, Date.valueOf(day));
        } else {
            statement.setObject(place, value);
        }
    }

    private static String marks(int count) {
        return "(" + String.join(", ", Collections.nCopies(count, "?")) + ")";
    }
}
