package org.ezhili.points.internal.store.ledger;

import java.sql.Array;
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
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.persistence.PersistenceException;
import org.jspecify.annotations.Nullable;

/**
 * Statements over many rows at once, in the way that each database likes best. PostgreSQL is sent arrays: one way there and
 * back for hundreds of rows, and one text, planned once, however many they are. Derby lies in the same process: a statement
 * for each row costs no way there and back, while one for many is long to compile and, compiled while its table was small,
 * reads all of it ever after.
 */
public final class Sql {

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

    /** As {@link #list}, where {@code (*)} in the statement stands for the keys; they are looked up in their order. */
    public static <R> List<R> in(Connection connection, String sql, Collection<?> keys, Reader<R> reader) {
        List<Object> all = new ArrayList<>(keys);
        List<R> found = new ArrayList<>();
        if (Locking.of(connection) == Locking.DERBY) {
            oneByOne(connection, sql.replace("(*)", "(?)"), all, reader, found);
            return found;
        }
        if (!all.isEmpty()) {
            found.addAll(list(
                    connection,
                    sql.replace("IN (*)", "= ANY (?)"),
                    Collections.singletonList(all.toArray()),
                    0,
                    reader));
        }
        return found;
    }

    private static <R> void oneByOne(
            Connection connection, String sql, List<Object> keys, Reader<R> reader, List<R> found) {
        if (keys.isEmpty()) {
            return;
        }
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (Object key : keys.stream().sorted().toList()) {
                bind(select, 1, key);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(reader.read(rows));
                    }
                }
            }
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    static void rowByRow(Connection connection, String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement change = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    bind(change, i + 1, row[i]);
                }
                change.executeUpdate();
            }
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    static Object[] idLast(Object[] row) {
        Object[] turned = Arrays.copyOfRange(row, 1, row.length + 1);
        turned[row.length - 1] = row[0];
        return turned;
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toLocalDateTime().toInstant(ZoneOffset.UTC);
    }

    static void bind(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(place, Types.BIGINT);
        } else if (value instanceof Object[] many) {
            statement.setArray(place, array(statement.getConnection(), many));
        } else if (value instanceof Instant instant) {
            statement.setTimestamp(place, Timestamp.valueOf(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)));
        } else if (value instanceof LocalDate day) {
            statement.setDate(place, Date.valueOf(day));
        } else {
            statement.setObject(place, value);
        }
    }

    private static Array array(Connection connection, Object[] values) throws SQLException {
        Object first = Stream.of(values).filter(Objects::nonNull).findFirst().orElse(0L);
        if (first instanceof Instant) {
            return connection.createArrayOf(
                    "timestamp", Stream.of(values).map(Sql::utc).toArray());
        }
        return connection.createArrayOf(type(first), values);
    }

    private static String type(Object value) {
        if (value instanceof LocalDate) {
            return "date";
        }
        if (value instanceof String) {
            return "varchar";
        }
        if (value instanceof Boolean) {
            return "boolean";
        }
        return value instanceof Integer ? "integer" : "bigint";
    }

    private static LocalDateTime utc(Object instant) {
        return LocalDateTime.ofInstant((Instant) instant, ZoneOffset.UTC);
    }

    static String marks(int count) {
        return "(" + String.join(", ", Collections.nCopies(count, "?")) + ")";
    }
}
