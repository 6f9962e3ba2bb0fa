package org.ezhili.platform.kit.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
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

/**
 * A database as a module's store meets it: the platform's schema, the module's schema, its persistence unit, a clock moved by
 * hand. The module is the one whose {@code META-INF/persistence.xml} is first on the class path.
 */
public final class TestDatabase implements AutoCloseable {

    private final DatabaseKind kind;
    private final HikariDataSource source;
    private final EntityManagerFactory factory;
    private final HandClock clock = new HandClock();
    private final Ids ids = NumberedIds.alone(1);
    private final Database database;

    private TestDatabase(DatabaseKind kind, HikariDataSource source, EntityManagerFactory factory) {
        this.kind = kind;
        this.source = source;
        this.factory = factory;
        this.database = new JpaDatabase(factory, new Ledgers(ids, clock, new EventCodec(), () -> {}));
    }

    static TestDatabase open(DatabaseKind kind) {
        try {
            URL unitFile = TestDatabase.class.getClassLoader().getResource("META-INF/persistence.xml");
            String unit = unitName(unitFile);
            HikariDataSource source = kind.open(empty -> {
                new Schema("platform", platformSteps()).migrate(empty);
                new Schema(unit.substring(0, unit.lastIndexOf('-')), moduleSteps(unitFile)).migrate(empty);
            });
            EntityManagerFactory factory = new PersistenceProvider()
                    .createEntityManagerFactory(unit, Map.of("javax.persistence.nonJtaDataSource", source));
            return new TestDatabase(kind, source, factory);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(kind.title() + " is not to be had", e);
        }
    }

    public DatabaseKind kind() {
        return kind;
    }

    public Database database() {
        return database;
    }

    public DataSource dataSource() {
        return source;
    }

    public HandClock clock() {
        return clock;
    }

    public Ids ids() {
        return ids;
    }

    @Override
    public void close() {
        factory.close();
        kind.close(source);
    }

    private static String unitName(URL unitFile) throws IOException {
        try (InputStream in = unitFile.openStream()) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String start = "<persistence-unit name=\"";
            int from = text.indexOf(start) + start.length();
            return text.substring(from, text.indexOf('"', from));
        }
    }

    private static List<Step> moduleSteps(URL unitFile) throws IOException {
        Path folder =
                Path.of(URI.create(unitFile.toString())).resolve("../../db").normalize();
        return Files.isDirectory(folder) ? inFolder(folder) : List.of();
    }

    private static List<Step> platformSteps() throws IOException {
        URL own = Schema.class.getResource("Schema.class");
        if (own.openConnection() instanceof JarURLConnection jar) {
            return inJar(jar.getJarFile());
        }
        Path classes = Path.of(URI.create(
                Schema.class.getProtectionDomain().getCodeSource().getLocation().toString()));
        return inFolder(classes.resolve("db"));
    }

    private static List<Step> inFolder(Path folder) throws IOException {
        List<Step> steps = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                steps.add(new Step(file.getFileName().toString(), Files.readString(file)));
            }
        }
        return steps;
    }

    private static List<Step> inJar(JarFile jar) throws IOException {
        List<Step> steps = new ArrayList<>();
        for (JarEntry entry : Collections.list(jar.entries())) {
            if (entry.getName().startsWith("db/") && entry.getName().endsWith(".sql")) {
                try (InputStream in = jar.getInputStream(entry)) {
                    steps.add(new Step(
                            entry.getName().substring(3), new String(in.readAllBytes(), StandardCharsets.UTF_8)));
                }
            }
        }
        steps.sort(Comparator.comparing(Step::file));
        return steps;
    }
}
