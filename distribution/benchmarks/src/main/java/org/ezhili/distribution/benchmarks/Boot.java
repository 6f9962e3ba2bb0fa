package org.ezhili.distribution.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ezhili.distribution.systemtests.Answer;
import org.ezhili.distribution.systemtests.Client;
import org.ezhili.distribution.systemtests.Json;

/**
 * From start to the first authenticated read, and a bare Karaf from start to the greeting of its ssh port. With fresh data the
 * house makes its database first, and the first administrator sets itself up and signs in before it reads.
 */
final class Boot implements AutoCloseable {

    private static final int MODULES = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String ACCOUNT = "it.first";
    private static final String PASSWORD = "three grids and a bell 7";
    private static final String FRESH = "fresh data";

    private final Plan plan;
    private final Node ours;
    private final Node bare;
    private final Client client;
    private final int bareSsh = freePort();
    private String token = "";

    Boot(Plan plan, Path folder) throws IOException {
        this.plan = plan;
        int port = freePort();
        Path data = folder.resolve("data");
        ours = Node.unpack(
                archive("ezhili.archive"),
                folder.resolve("ezhili"),
                data,
                Map.of(
                        "EZHILI_DATA",
                        data.toString(),
                        "EZHILI_HTTP_PORT",
                        Integer.toString(port),
                        "EZHILI_SSH_PORT",
                        Integer.toString(freePort())));
        Path home = folder.resolve("karaf");
        bare = Node.unpack(archive("karaf.archive"), home, home.resolve("data"), Map.of());
        replace("org.apache.karaf.shell.cfg", "sshPort = .*", "sshPort = " + bareSsh);
        replace("org.apache.karaf.management.cfg", "rmiRegistryPort = .*", "rmiRegistryPort = " + freePort());
        replace("org.apache.karaf.management.cfg", "rmiServerPort = .*", "rmiServerPort = " + freePort());
        client = Client.at(URI.create("http://127.0.0.1:" + port));
    }

    private void replace(String file, String setting, String by) throws IOException {
        Path path = bare.etc(file);
        Files.writeString(path, Files.readString(path).replaceAll(setting, by));
    }

    private static Path archive(String property) {
        return Path.of(System.getProperty(property, ""));
    }

    List<Line> race() {
        Map<String, List<Double>> taken = new Turns()
                .with("ours " + FRESH, this::firstSeconds)
                .with("bare " + FRESH, () -> seconds(bare, true, this::greets))
                .with("ours again", () -> seconds(ours, false, this::reads))
                .with("bare again", () -> seconds(bare, false, this::greets))
                .take(plan.starts());
        return List.of(line(FRESH, taken), line("again", taken));
    }

    private static Line line(String how, Map<String, List<Double>> taken) {
        List<Double> mine = taken.getOrDefault("ours " + how, List.of());
        List<Double> karafs = taken.getOrDefault("bare " + how, List.of());
        return new Line(
                "start, " + how + " / bare Karaf",
                Ratio.of(mine, karafs),
                Line.Target.atMost(1.5),
                String.format(Locale.ROOT, "%.1f / %.1f s", Ratio.median(mine), Ratio.median(karafs)));
    }

    private double firstSeconds() {
        token = "";
        return seconds(ours, true, this::readsForTheFirstTime);
    }

    private static double seconds(Node node, boolean fresh, Callable<Boolean> answers) {
        try {
            if (fresh) {
                node.forget();
            }
            long begin = System.nanoTime();
            node.start();
            while (!answers.call()) {
                if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                    throw new IllegalStateException("a node did not come up; see " + node.data());
                }
                Thread.sleep(10);
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            node.stop();
            return seconds;
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private boolean greets() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), bareSsh)) {
            socket.setSoTimeout(1_000);
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(4), StandardCharsets.US_ASCII).equals("SSH-");
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Its account is made once; until the last module is up, it reads again. */
    private boolean readsForTheFirstTime() throws IOException {
        Path link = ours.data().resolve("setup-link");
        if (token.isEmpty() && (!Files.exists(link) || !isUp())) {
            return false;
        }
        if (token.isEmpty()) {
            String text = Files.readString(link).trim();
            String once = text.substring(text.lastIndexOf('=') + 1);
            Answer made = client.post(
                    "/api/security/v1/setup",
                    Json.of("token", once, "account", ACCOUNT, "name", "信息中心", "password", PASSWORD));
            if (made.status() >= 300) {
                throw new IllegalStateException("no first administrator: " + made);
            }
            token = client.tryToken(ACCOUNT, PASSWORD).text("token");
        }
        return reads();
    }

    private boolean isUp() {
        try {
            return client.get("/health").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** The whole house is there: every module is in the answer. */
    private boolean reads() {
        try {
            Answer modules = client.with("Authorization", "Bearer " + token).get("/api/platform/v1/modules");
            return modules.status() == 200 && modules.json().path("items").size() >= MODULES;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        ours.close();
        bare.close();
    }
}
