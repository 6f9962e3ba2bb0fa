package org.ezhili.platform.persistence.internal.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;

/**
 * What the two databases call differently. Everything else in a schema step is the same text for both, but for lines that begin
 * with {@code ${postgresql}} or {@code ${derby}}: they are for that one alone.
 */
public enum Dialect {
    DERBY(Map.of("text", "CLOB", "binary", "BLOB", "derby", "", "postgresql", "--")) {
        @Override
        String schemaName(String schema) {
            return schema.toUpperCase(Locale.ROOT);
        }
    },
    POSTGRESQL(Map.of("text", "TEXT", "binary", "BYTEA", "derby", "--", "postgresql", "")) {
        @Override
        String schemaName(String schema) {
            return schema;
        }

        @Override
        SchemaLock lock(DataSource source) throws SQLException {
            return SchemaLock.onPostgres(source);
        }

        /** PostgreSQL puts an index into its table's schema and refuses to be told so. */
        @Override
        String adapt(String sql) {
            return sql.replaceAll("(?i)(CREATE (?:UNIQUE )?INDEX) \\w+\\.(\\w+)", "$1 $2");
        }
    };

    private final Map<String, String> words;

    Dialect(Map<String, String> words) {
        this.words = words;
    }

    public static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        return product.contains("derby") ? DERBY : POSTGRESQL;
    }

    /** Fills the placeholders of a schema step. */
    Map<String, String> words() {
        return words;
    }

    /** A schema's name as the catalogue holds it. */
    abstract String schemaName(String schema);

    /** Makes other nodes wait that want to take steps too. Derby has one node only. */
    SchemaLock lock(DataSource source) throws SQLException {
        return SchemaLock.none();
    }

    /** A step's text as this database wants it. */
    String adapt(String sql) {
        return sql;
    }
}
