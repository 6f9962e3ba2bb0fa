package org.ezhili.platform.persistence.internal.schema;

import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** Takes a module's schema steps with Flyway: one database schema and one history table per module. */
public final class Schema {

    private static final String HISTORY = "schema_steps";

    private final String name;
    private final List<Step> steps;

    public Schema(String name, List<Step> steps) {
        this.name = name;
        this.steps = steps;
    }

    /**
     * Brings the database to the newest step; returns how many steps were taken. All are taken, or none: when one fails, those
     * before it are undone, and so is a schema that was made for them. Safe to call on many nodes at once.
     */
    public int migrate(DataSource source) throws SQLException {
        Dialect dialect;
        try (Connection connection = source.getConnection()) {
            dialect = Dialect.of(connection);
            if (isCurrent(connection)) {
                return 0;
            }
        }
        try (SchemaLock lock = dialect.lock(source)) {
            int taken = takeSteps(source, dialect);
            remember(source);
            return taken;
        }
    }

    private int takeSteps(DataSource source, Dialect dialect) throws SQLException {
        boolean isNew = !exists(source, dialect.schemaName(name));
        try {
            return flyway(source, dialect).migrate().migrationsExecuted;
        } catch (FlywayException failed) {
            if (isNew) {
                drop(source, dialect.schemaName(name), failed);
            }
            throw failed;
        }
    }

    private static boolean exists(DataSource source, String schema) throws SQLException {
        try (Connection connection = source.getConnection();
                ResultSet schemas = connection.getMetaData().getSchemas(null, schema)) {
            return schemas.next();
        }
    }

    /** Only what Flyway has put there goes; with anything else in it the schema stays. */
    private static void drop(DataSource source, String schema, FlywayException why) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE \"" + schema + "\".\"" + HISTORY + "\"");
            statement.execute("DROP SCHEMA \"" + schema + "\" RESTRICT");
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException notEmpty) {
            why.addSuppressed(notEmpty);
        }
    }

    private Flyway flyway(DataSource source, Dialect dialect) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader own = Flyway.class.getClassLoader();
        thread.setContextClassLoader(own);
        try {
            return Flyway.configure(own)
                    .dataSource(source)
                    .schemas(dialect.schemaName(name))
                    .defaultSchema(dialect.schemaName(name))
                    .createSchemas(true)
                    .group(true)
                    .table(HISTORY)
                    .placeholders(dialect.words())
                    .resourceProvider(new Files(dialect))
                    .javaMigrationClassProvider(List::of)
                    .load();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** A start with nothing to do asks one row instead of walking through all steps. */
    private boolean isCurrent(Connection connection) {
        String sql = "SELECT fingerprint FROM platform.schema_state WHERE name = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getLong(1) == fingerprint();
            }
        } catch (SQLException notThereYet) {
            return false;
        } finally {
            rollback(connection);
        }
    }

    private void remember(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            boolean auto = connection.getAutoCommit();
            connection.setAutoCommit(false);
            if (update(connection, "UPDATE platform.schema_state SET fingerprint = ? WHERE name = ?") == 0) {
                update(connection, "INSERT INTO platform.schema_state (fingerprint, name) VALUES (?, ?)");
            }
            connection.commit();
            connection.setAutoCommit(auto);
        }
    }

    private int update(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, fingerprint());
            statement.setString(2, name);
            return statement.executeUpdate();
        }
    }

    private static void rollback(Connection connection) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException gone) {
            throw new IllegalStateException("the connection is gone", gone);
        }
    }

    private long fingerprint() {
        CRC32 crc = new CRC32();
        steps.forEach(step -> crc.update((step.file() + step.sql()).getBytes(StandardCharsets.UTF_8)));
        return crc.getValue();
    }

    /** Hands the steps to Flyway without letting it look for files itself. */
    private final class Files implements ResourceProvider {
        private final Dialect dialect;

        Files(Dialect dialect) {
            this.dialect = dialect;
        }

        @Override
        public @Nullable LoadableResource getResource(String file) {
            return steps.stream()
                    .filter(step -> step.file().equals(file))
                    .map(step -> new Text(step, dialect))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return steps.stream()
                    .filter(step -> step.file().startsWith(prefix)
                            && List.of(suffixes).stream().anyMatch(step.file()::endsWith))
                    .<LoadableResource>map(step -> new Text(step, dialect))
                    .toList();
        }
    }

    private static final class Text extends LoadableResource {
        private final Step step;
        private final Dialect dialect;

        Text(Step step, Dialect dialect) {
            this.step = step;
            this.dialect = dialect;
        }

        @Override
        public Reader read() {
            return new StringReader(dialect.adapt(step.sql()));
        }

        @Override
        public String getAbsolutePath() {
            return step.file();
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return step.file();
        }

        @Override
        public String getFilename() {
            return step.file();
        }

        @Override
        public String getRelativePath() {
            return step.file();
        }
    }
}
