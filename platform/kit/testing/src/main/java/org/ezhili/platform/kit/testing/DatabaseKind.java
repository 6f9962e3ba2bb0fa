package org.ezhili.platform.kit.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The two databases a district can choose. */
public enum DatabaseKind {
    DERBY("Derby") {
        @Override
        String url(String name) {
            return "jdbc:derby:memory:" + name;
        }

        @Override
        void create(String name) throws SQLException {
            // as the distribution has it
            System.setProperty("derby.locks.waitTimeout", "10");
            System.setProperty("derby.locks.deadlockTimeout", "1");
            DriverManager.getConnection(url(name) + ";create=true").close();
        }

        /** Copies are made of what lies in a folder. */
        @Override
        void keep(String name) throws SQLException {
            try (Connection connection = DriverManager.getConnection(url(name));
                    CallableStatement backup = connection.prepareCall("CALL SYSCS_UTIL.SYSCS_BACKUP_DATABASE(?)")) {
                backup.setString(1, folder().toString());
                backup.execute();
            }
            drop(name);
        }

        @Override
        void copy(String kept, String name) throws SQLException {
            DriverManager.getConnection(url(name) + ";createFrom=" + folder().resolve(kept))
                    .close();
        }

        /** It lies in the memory of the JVM until then. Derby confirms by an exception. */
        @Override
        void drop(String name) {
            try {
                DriverManager.getConnection(url(name) + ";drop=true").close();
            } catch (SQLException done) {
                if (!DROPPED.equals(done.getSQLState())) {
                    throw new IllegalStateException(done);
                }
            }
        }
    },
    POSTGRESQL("PostgreSQL") {
        @Override
        String url(String name) {
            return server().getJdbcUrl("postgres", name);
        }

        @Override
        void create(String name) {
            run("CREATE DATABASE " + name + CHINESE);
        }

        @Override
        void keep(String name) {
            // a database is copied where it lies
        }

        @Override
        void copy(String kept, String name) {
            run("CREATE DATABASE " + name + " TEMPLATE " + kept);
        }

        @Override
        void drop(String name) {
            // it goes with its server, sooner than the server would have dropped it
        }

        private static void run(String sql) {
            try (Connection connection = server().getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }
    };

    /** In a database of a Chinese machine the order of characters is not the order of their codes. */
    private static final String CHINESE =
            " TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C' LOCALE_PROVIDER icu ICU_LOCALE 'zh-CN'";

    private static final String DROPPED = "08006";
    private static final String PREPARED = "prepared";
    private static final ExecutorService DROPPING = Executors.newSingleThreadExecutor(drop -> {
        Thread thread = new Thread(drop, "drop");
        thread.setDaemon(true);
        return thread;
    });
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static @Nullable EmbeddedPostgres postgres;
    private static @Nullable Path folder;

    private final String title;
    private boolean isPrepared;

    DatabaseKind(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** What every database of a JVM's tests begins with. */
    @FunctionalInterface
    interface Preparation {
        void on(DataSource empty) throws SQLException, IOException;
    }

    /** A pool on a new database; its pool's name is the database's. */
    HikariDataSource open(Preparation preparation) throws SQLException, IOException {
        prepare(preparation);
        String name = "test" + COUNT.incrementAndGet();
        copy(PREPARED, name);
        return pool(name);
    }

    /** Ends a pool and, by and by, its database: that takes longer than most tests. */
    void close(HikariDataSource pool) {
        pool.close();
        DROPPING.execute(() -> drop(pool.getPoolName()));
    }

    /** Done once and copied ever after: the steps of a schema take longer than most tests. */
    private synchronized void prepare(Preparation preparation) throws SQLException, IOException {
        if (!isPrepared) {
            create(PREPARED);
            try (HikariDataSource empty = pool(PREPARED)) {
                preparation.on(empty);
            }
            keep(PREPARED);
            isPrepared = true;
        }
    }

    private HikariDataSource pool(String name) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url(name));
        config.setMaximumPoolSize(16);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    abstract String url(String name);

    abstract void create(String name) throws SQLException;

    abstract void keep(String name) throws SQLException;

    abstract void copy(String kept, String name) throws SQLException;

    abstract void drop(String name);

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

    /** Goes with the JVM. */
    private static synchronized Path folder() {
        Path made = folder;
        if (made == null) {
            try {
                made = Files.createTempDirectory("ezhili-derby-");
                folder = made;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Path gone = made;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(gone)));
        }
        return made;
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path one : deepestFirst) {
                Files.delete(one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
