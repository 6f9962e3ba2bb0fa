package org.ezhili.distribution.systemtests;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** One node of a district: the assembled distribution, unpacked, run as a process. It can be killed and started again. */
public final class DistrictNode {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int READY = 200;
    private static final int LOG_END = 40;
    private static final int THREADS = 12;
    private static final String SHELL_USER = "tester";

    private final Path home;
    private final Path data;
    private final int port = Ports.free();
    private final int sshPort = Ports.free();
    private final String shellPassword = UUID.randomUUID().toString();
    private final Map<String, String> environment = new TreeMap<>();
    private String javaOptions = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";
    private int matters;
    private @Nullable Process process;

    private DistrictNode(Path folder) {
        this.home = folder.resolve("runtime");
        this.data = folder.resolve("data");
        Runtime.getRuntime().addShutdownHook(new Thread(this::outlivesNobody));
    }

    static DistrictNode install(Path folder, Database database) throws IOException {
        DistrictNode node = new DistrictNode(folder);
        Files.createDirectories(node.home);
        Files.createDirectories(node.data);
        unpack(archive(), node.home);
        database.chooseIn(node.etc("org.ops4j.datasource-ezhili.cfg"));
        return node;
    }

    private static Path archive() {
        String named = System.getProperty("ezhili.archive");
        if (named == null || !Files.isRegularFile(Path.of(named))) {
            throw new IllegalStateException("build distribution/assembly first; there is no " + named);
        }
        return Path.of(named);
    }

    private static void unpack(Path archive, Path folder) {
        Command.run("tar", "-xzf", archive.toString(), "-C", folder.toString(), "--strip-components=1");
    }

    /** Has this node's Java collect its garbage now. */
    public void collectGarbage() {
        Command.run(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(running().pid()),
                "GC.run");
    }

    void demo(int pastMatters) throws IOException {
        matters = pastMatters;
        try (var jars = Files.walk(home.resolve("system/org/ezhili/org.ezhili.distribution.demo"))) {
            Path jar = jars.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
            Path version = jar.resolveSibling("").getFileName();
            Files.writeString(
                    etc("startup.properties"),
                    "mvn\\:org.ezhili/org.ezhili.distribution.demo/" + version + " = 90\n",
                    StandardOpenOption.APPEND);
        }
    }

    /** District IT may use the shell, with a password of this node alone. */
    void withShell() throws IOException {
        Files.writeString(
                etc("users.properties"),
                SHELL_USER + " = " + shellPassword + ",_g_:admingroup\n"
                        + "_g_\\:admingroup = group,admin,manager,viewer,systembundles,ssh\n");
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
            Process shell = client.redirectErrorStream(true).start();
            String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return shell.waitFor() == 0 ? said.strip() : "failed: " + said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    void with(String property, String value) {
        try {
            Files.writeString(
                    etc("custom.system.properties"), "\n" + property + " = " + value + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void javaOptions(String options) {
        javaOptions = options;
    }

    /** A variable of the environment at the next start. */
    public void set(String name, String value) {
        environment.put(name, value);
    }

    public Path etc(String file) {
        return home.resolve("etc").resolve(file);
    }

    Path data() {
        return data;
    }

    Path logFile() {
        return data.resolve("karaf/log/karaf.log");
    }

    int port() {
        return port;
    }

    /** Past any balancer. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Starts the node and waits until it serves, and until the demo data are there if it is to have them. */
    public void start() {
        try {
            Path progress = data.resolve("progress");
            Files.deleteIfExists(progress);
            ProcessBuilder builder =
                    new ProcessBuilder(home.resolve("bin/karaf").toString(), "server");
            Map<String, String> all = builder.environment();
            all.keySet().removeIf(name -> name.startsWith("KARAF_") || name.startsWith("EZHILI_"));
            all.put("JAVA_HOME", System.getProperty("java.home"));
            // one process, so that ending it ends the node
            all.put("KARAF_EXEC", "exec");
            all.put("EZHILI_DATA", data.toString());
            all.put("EZHILI_HTTP_PORT", Integer.toString(port));
            all.put("EZHILI_SSH_PORT", Integer.toString(sshPort));
            all.put("EXTRA_JAVA_OPTS", javaOptions + (matters == 0 ? "" : demoOptions(progress)));
            all.putAll(environment);
            process = builder.redirectErrorStream(true)
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
    }

    private String demoOptions(Path progress) {
        return " -Dezhili.demo=true -Dezhili.demo.matters=" + matters + " -Dezhili.demo.progress=" + progress;
    }

    private void until(String what, Callable<Boolean> condition) {
        try {
            await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
                if (!running().isAlive()) {
                    throw new IllegalStateException("the node has ended; see " + data);
                }
                return condition.call();
            });
        } catch (ConditionTimeoutException never) {
            throw new IllegalStateException(what + ": waited for in vain.\n" + state(), never);
        }
    }

    /** What somebody who has only this to go by needs to find out why a node does not serve. */
    private String state() {
        String health;
        try {
            health = Client.at(address()).get("/health").toString();
        } catch (UncheckedIOException away) {
            health = away.toString();
        }
        List<String> log;
        try {
            List<String> lines = Files.readAllLines(logFile());
            log = lines.subList(Math.max(0, lines.size() - LOG_END), lines.size());
        } catch (IOException unreadable) {
            log = List.of(unreadable.toString());
        }
        return health + "\n" + String.join("\n", log) + "\n" + threads();
    }

    /** Those that are at something of the house's, or of the database's. */
    private String threads() {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        String dump = Command.output(List.of(jcmd, Long.toString(running().pid()), "Thread.print"));
        return Arrays.stream(dump.split("\n\n"))
                .filter(thread ->
                        thread.contains("org.ezhili") || thread.contains("derby") || thread.contains("hikari"))
                .limit(THREADS)
                .collect(Collectors.joining("\n\n"));
    }

    /** Every module is here and well. */
    public boolean isUp() {
        try {
            return Client.at(address()).get("/health").status() == READY;
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
        leave();
        end(running());
    }

    /** Asks the node to stop. */
    public void leave() {
        running().destroy();
    }

    private static void end(Process process) {
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

    private void outlivesNobody() {
        if (isRunning()) {
            running().destroyForcibly();
        }
    }

    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("not started");
        }
        return process;
    }
}
