package org.ezhili.distribution.systemtests;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A district's installation: the assembled distribution, unpacked, with data, ports and a database of its own, run as a process
 * as district IT runs it. It can be killed and started again on what it has kept.
 */
public final class District implements AutoCloseable {

    private static final Set<String> MODULES = Set.of("security", "platform", "grid", "matters", "points");
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private static final String SHELL_USER = "tester";

    private final Path home;
    private final Path data;
    private final Database database;
    private final DistrictLog log;
    private final int port = freePort();
    private final int sshPort = freePort();
    private final String shellPassword = UUID.randomUUID().toString();
    private final Map<Person, Client> signedIn = new ConcurrentHashMap<>();
    private String javaOptions = QUICK_START;
    private int matters;
    private @Nullable Process node;

    private District(Path folder, Database database) {
        this.home = folder.resolve("runtime");
        this.data = folder.resolve("data");
        this.database = database;
        this.log = new DistrictLog(data.resolve("karaf/log/karaf.log"));
    }

    /** Installs the distribution in {@code folder}, anew, on {@code database}. */
    public static District install(Path folder, Database database) {
        District district = new District(folder.toAbsolutePath(), database);
        try {
            remove(folder);
            Files.createDirectories(district.home);
            Files.createDirectories(district.data);
            run("tar", "-xzf", archive().toString(), "-C", district.home.toString(), "--strip-components=1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database.chooseIn(district.etc("org.ops4j.datasource-ezhili.cfg"));
        return district;
    }

    /** It is to be the demo district, with so many past matters: its bundle is started with the others, as ./run does. */
    public District withDemo(int pastMatters) {
        matters = pastMatters;
        Path startup = etc("startup.properties");
        try (var jars = Files.walk(home.resolve("system/org/ezhili/org.ezhili.distribution.demo"))) {
            Path jar = jars.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
            Path version = jar.resolveSibling("").getFileName();
            Files.writeString(
                    startup,
                    "mvn\\:org.ezhili/org.ezhili.distribution.demo/" + version + " = 90\n",
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** It is to run as long as districts do: nothing is done for a quick start. */
    public District forTheLongRun() {
        javaOptions = "";
        return this;
    }

    /** District IT may use the shell, with a password of this district alone. */
    public District withShell() {
        try {
            Files.writeString(
                    etc("users.properties"),
                    SHELL_USER + " = " + shellPassword + ",_g_:admingroup\n"
                            + "_g_\\:admingroup = group,admin,manager,viewer,systembundles,ssh\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** What the running node's shell says to a command. */
    public String shell(String command) {
        try {
            ProcessBuilder client = new ProcessBuilder(
                    home.resolve("bin/client").toString(),
                    "-a",
                    Integer.toString(sshPort),
                    "-u",
                    SHELL_USER,
                    "-p",
                    shellPassword,
                    command);
            client.environment().keySet().removeIf(name -> name.startsWith("KARAF_") || name.startsWith("EZHILI_"));
            client.environment().put("JAVA_HOME", System.getProperty("java.home"));
            Process process = client.redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? said.strip() : "failed: " + said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static Path archive() {
        String named = System.getProperty("ezhili.archive");
        if (named == null || !Files.isRegularFile(Path.of(named))) {
            throw new IllegalStateException("build distribution/assembly first; there is no " + named);
        }
        return Path.of(named);
    }

    public Path etc(String file) {
        return home.resolve("etc").resolve(file);
    }

    public DistrictLog log() {
        return log;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Starts the node and waits until it serves, and until the demo data are there if it is to have them. */
    public District start() {
        try {
            Path progress = data.resolve("progress");
            Files.deleteIfExists(progress);
            ProcessBuilder builder =
                    new ProcessBuilder(home.resolve("bin/karaf").toString(), "server");
            Map<String, String> environment = builder.environment();
            environment.keySet().removeIf(name -> name.startsWith("KARAF_") || name.startsWith("EZHILI_"));
            environment.put("JAVA_HOME", System.getProperty("java.home"));
            // one process, so that ending it ends the node
            environment.put("KARAF_EXEC", "exec");
            environment.put("EZHILI_DATA", data.toString());
            environment.put("EZHILI_HTTP_PORT", Integer.toString(port));
            environment.put("EZHILI_SSH_PORT", Integer.toString(sshPort));
            environment.put("EXTRA_JAVA_OPTS", javaOptions + (matters == 0 ? "" : demo(progress)));
            node = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            data.resolve("console.log").toFile()))
                    .start();
            until("the node serves", this::isUp);
            if (matters > 0) {
                until("the demo data are loaded", () -> isDone(progress));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private String demo(Path progress) {
        return " -Dezhili.demo=true -Dezhili.demo.matters=" + matters + " -Dezhili.demo.progress=" + progress;
    }

    private void until(String what, Callable<Boolean> condition) {
        await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            if (!running().isAlive()) {
                throw new IllegalStateException("the node has ended; see " + data);
            }
            return condition.call();
        });
    }

    public boolean isUp() {
        try {
            Answer health = nobody().get("/health");
            return health.status() == 200
                    && health.json().path("modules").findValuesAsText("id").containsAll(MODULES);
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private static boolean isDone(Path progress) throws IOException {
        String text = Files.exists(progress) ? Files.readString(progress) : "";
        if (text.contains("failed")) {
            throw new IllegalStateException(text);
        }
        return text.contains("\"done\"") || text.startsWith("100");
    }

    /** Ends the node in the middle of whatever it does, as a power cut would. */
    public void kill() {
        end(running().destroyForcibly());
    }

    /** Asks the node to stop and waits until it has. */
    public void stop() {
        Process process = running();
        process.destroy();
        end(process);
    }

    private void end(Process process) {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the node did not stop within a minute");
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Has the node's Java collect its garbage now. */
    public void collectGarbage() {
        try {
            run(
                    Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                    Long.toString(running().pid()),
                    "GC.run");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Client nobody() {
        return Client.at(address());
    }

    /** This person with a bearer token, the same one at every call. */
    public Client as(Person person) {
        return signedIn.computeIfAbsent(person, somebody -> nobody().signedIn(somebody.account(), Person.PASSWORD));
    }

    @Override
    public void close() {
        if (node != null && node.isAlive()) {
            stop();
        }
        database.close();
    }

    private Process running() {
        if (node == null) {
            throw new IllegalStateException("not started");
        }
        return node;
    }

    static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void run(String... command) throws IOException {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + " failed");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
