package org.ezhili.platform.kit.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The two databases a district can choose. */
public enum DatabaseKind {
    DERBY("Derby") {
        @Override
        HikariConfig create(String name) {
            // as the distribution has it
            System.setProperty("derby.locks.waitTimeout", "10");
            System.setProperty("derby.locks.deadlockTimeout", "1");
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl("jdbc:derby:memory:" + name + ";create=true");
            return config;
        }
    },
    POSTGRESQL("PostgreSQL") {
        @Override
        HikariConfig create(String name) throws SQLException {
            EmbeddedPostgres server = server();
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name + CHINESE);
            }
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(server.getJdbcUrl("postgres", name));
            return config;
        }
    };

    /** In a database of a Chinese machine the order of characters is not the order of their codes. */
    private static final String CHINESE =
            " TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C' LOCALE_PROVIDER icu ICU_LOCALE 'zh-CN'";

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static @Nullable EmbeddedPostgres postgres;

    private final String title;

    DatabaseKind(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** A pool on a new, empty database. */
    HikariDataSource open() {
        try {
            HikariConfig config = create("test" + COUNT.incrementAndGet());
            config.setMaximumPoolSize(16);
            config.setMinimumIdle(0);
            return new HikariDataSource(config);
        } catch (SQLException e) {
            throw new IllegalStateException(title + " is not to be had", e);
        }
    }

    abstract HikariConfig create(String name) throws SQLException;

    /** One server for all tests of a JVM; it stops with the JVM. */
    private static synchronized EmbeddedPostgres server() {
        EmbeddedPostgres running = postgres;
        if (running == null) {
            try {
                running = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
                postgres = running;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return running;
    }
}
