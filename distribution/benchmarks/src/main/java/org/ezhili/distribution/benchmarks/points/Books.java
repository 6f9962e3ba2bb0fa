package org.ezhili.distribution.benchmarks.points;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.ezhili.platform.Ids;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.persistence.internal.events.EventCodec;
import org.ezhili.platform.persistence.internal.nodes.NumberedIds;
import org.ezhili.platform.persistence.internal.schema.Schema;
import org.ezhili.platform.persistence.internal.schema.Step;
import org.ezhili.platform.persistence.internal.work.JpaDatabase;
import org.ezhili.platform.persistence.internal.work.Ledgers;
import org.ezhili.points.internal.store.ledger.Ledger;

/** The ledger of points on a database of its own that writes through to the disk, with so many owners who have points. */
final class Books implements AutoCloseable {

    static final String STREET = "340603002";
    static final long EACH = 1_000_000;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int CONNECTIONS = 24;
    private static final int ROWS = 5_000;
    private static final long FIRST_ID = 1_000_000_000L;

    private final int owners;
    private final HikariDataSource source;
    private final EntityManagerFactory factory;
    private final Ids ids = NumberedIds.alone(1);
    private final Clock clock = Clock.systemUTC();
    private final Database database;
    private final Ledger ledger;

    private Books(int owners, HikariDataSource source, EntityManagerFactory factory) {
        this.owners = owners;
        this.source = source;
        this.factory = factory;
        this.database = new JpaDatabase(factory, new Ledgers(ids, clock, new EventCodec(), () -> {}));
        this.ledger = new Ledger(database, ids, clock, ZONE);
    }

    static Books open(String url, int owners) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        // the naive peer's clients queue for connections, as they would in earnest
        config.setConnectionTimeout(60_000);
        HikariDataSource source = new HikariDataSource(config);
        try {
            new Schema("platform", steps(Schema.class)).migrate(source);
            new Schema("points", steps(Ledger.class)).migrate(source);
            Books books = new Books(
                    owners,
                    source,
                    new PersistenceProvider()
                            .createEntityManagerFactory(
                                    "points-" + version(), Map.of("javax.persistence.nonJtaDataSource", source)));
            books.fill();
            return books;
        } catch (SQLException failure) {
            source.close();
            throw new IllegalStateException(failure);
        }
    }

    int owners() {
        return owners;
    }

    static String owner(int number) {
        return "owner-" + number;
    }

    Ledger ledger() {
        return ledger;
    }

    Database database() {
        return database;
    }

    DataSource source() {
        return source;
    }

    Ids ids() {
        return ids;
    }

    Clock clock() {
        return clock;
    }

    /** Everybody has a million points in one lot. */
    private void fill() throws SQLException {
        Timestamp now = Timestamp.from(clock.instant());
        Date expires = Date.valueOf(LocalDate.now(ZONE).plusYears(1));
        try (Connection connection = source.getConnection();
                PreparedStatement account = connection.prepareStatement("INSERT INTO points.account"
                        + " (id, owner, balance, held, debt, opened_at) VALUES (?, ?, " + EACH + ", 0, 0, ?)");
                PreparedStatement lot = connection.prepareStatement("INSERT INTO points.lot"
                        + " (id, account_id, street, amount, remaining, lapsed, used_up, expires_on, noticed)"
                        + " VALUES (?, ?, '" + STREET + "', " + EACH + ", " + EACH + ", 0, FALSE, ?, FALSE)")) {
            connection.setAutoCommit(false);
            for (int n = 0; n < owners; n++) {
                account.setLong(1, FIRST_ID + n);
                account.setString(2, owner(n));
                account.setTimestamp(3, now);
                account.addBatch();
                lot.setLong(1, FIRST_ID + n);
                lot.setLong(2, FIRST_ID + n);
                lot.setDate(3, expires);
                lot.addBatch();
                if (n % ROWS == ROWS - 1 || n == owners - 1) {
                    account.executeBatch();
                    lot.executeBatch();
                    connection.commit();
                }
            }
        }
    }

    /** A constant of the build would be copied into this class and grow stale; its jar's manifest does not. */
    private static String version() {
        try (JarFile jar = new JarFile(Path.of(location(Ledger.class)).toFile())) {
            return jar.getManifest().getMainAttributes().getValue("Bundle-Version");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The schema steps in the jar that a class comes from. */
    private static List<Step> steps(Class<?> ofJar) {
        List<Step> steps = new ArrayList<>();
        try (JarFile jar = new JarFile(Path.of(location(ofJar)).toFile())) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (entry.getName().startsWith("db/") && entry.getName().endsWith(".sql")) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        steps.add(new Step(
                                entry.getName().substring(3), new String(in.readAllBytes(), StandardCharsets.UTF_8)));
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        steps.sort(Comparator.comparing(Step::file));
        return steps;
    }

    private static URI location(Class<?> ofJar) {
        try {
            return ofJar.getProtectionDomain().getCodeSource().getLocation().toURI();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        factory.close();
        source.close();
    }
}
