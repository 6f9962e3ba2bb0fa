package org.ezhili.distribution.systemtests;

import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL server of the district's own, which can go away and come back with its data and address. */
public final class Postgres implements Database {

    private static final String NAME = "ezhili";
    private static final String PASSWORD = "secret-of-it";

    /** Shorter than in earnest, so that tests need not wait. */
    private static final int SILENCE_SECONDS = 5;

    private final Path data;
    private final boolean durable;
    private final Map<String, String> settings;
    private EmbeddedPostgres server;

    /** Starts one that keeps its data in {@code folder}, with a database and a user for the district. */
    public Postgres(Path folder) {
        this(folder, false, Map.of());
    }

    /** One whose commits survive a power cut, as a district's would. */
    public static Postgres durable(Path folder) {
        return new Postgres(folder, true, Map.of());
    }

    /**
     * One whose commits survive a power cut and that may use the machine as {@code docs/operations.md} asks for: a quarter of its memory
     * for pages, and seldom a checkpoint.
     */
    public static Postgres roomy(Path folder) {
        return new Postgres(
                folder,
                true,
                Map.of(
                        "shared_buffers", memory() / (4 << 20) + "MB",
                        "max_wal_size", "8GB",
                        "checkpoint_timeout", "15min"));
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
                ? machine.getTotalMemorySize()
                : 4L << 30;
    }

    private Postgres(Path folder, boolean durable, Map<String, String> settings) {
        this.data = folder.toAbsolutePath();
        this.durable = durable;
        this.settings = settings;
        server = start(0);
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE USER " + NAME + " PASSWORD '" + PASSWORD + "'");
            statement.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private EmbeddedPostgres start(int port) {
        try {
            Files.createDirectories(data);
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("fsync", durable ? "on" : "off")
                    .setServerConfig("synchronous_commit", durable ? "on" : "off");
            settings.forEach(builder::setServerConfig);
            return (port == 0 ? builder : builder.setPort(port)).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the district's database is, with user and password, for who looks at it beside the district. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + NAME + "?user=" + NAME + "&password="
                + PASSWORD + "&reWriteBatchedInserts=true";
    }

    /** Puts the server away; what was committed stays. */
    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Brings it back where it was. */
    public void startAgain() {
        server = start(server.getPort());
    }

    /** Lets every process of the server stand still: connections stay open and say nothing. */
    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            long postmaster = Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0).trim());
            ProcessHandle main = ProcessHandle.of(postmaster).orElseThrow();
            for (ProcessHandle process :
                    Stream.concat(Stream.of(main), main.descendants()).toList()) {
                new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void chooseIn(Path file) {
        try {
            List<String> lines =
                    Files.readAllLines(file).stream().map(this::edited).toList();
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String edited(String line) {
        if (line.equals("osgi.jdbc.driver.name = derby") || line.contains("create=true")) {
            return "#" + line;
        }
        String open = line.startsWith("#") ? line.substring(1) : line;
        return switch (open.replaceFirst(" *=.*", "")) {
            case "osgi.jdbc.driver.name", "serverName", "user", "reWriteBatchedInserts", "tcpKeepAlive" -> open;
            case "socketTimeout" -> "socketTimeout = " + SILENCE_SECONDS;
            case "portNumber" -> "portNumber = " + server.getPort();
            case "databaseName" -> "databaseName = " + NAME;
            case "password" -> "password = " + PASSWORD;
            default -> line;
        };
    }

    /** Stops it and forgets its data. */
    @Override
    public void close() {
        stop();
        try {
            District.remove(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
