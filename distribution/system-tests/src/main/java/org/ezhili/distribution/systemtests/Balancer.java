package org.ezhili.distribution.systemtests;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** HAProxy in front of a district's nodes, configured as {@code docs/operations.md} tells district IT to. */
final class Balancer implements AutoCloseable {

    private final int port = Ports.free();
    private final Process process;

    /** Starts it, with its files in {@code folder}. */
    Balancer(Path folder, List<DistrictNode> nodes) {
        try {
            Files.createDirectories(folder);
            Path configuration = folder.resolve("haproxy.cfg");
            Files.writeString(configuration, text(nodes));
            process = new ProcessBuilder(executable(), "-db", "-f", configuration.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("haproxy.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        await("the balancer finds the nodes")
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> Client.at(address()).get("/health/ready").status() == 200);
    }

    private static String executable() {
        String named = System.getenv("EZHILI_HAPROXY");
        return named == null || named.isBlank() ? "haproxy" : named;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The recipe of the handbook, with this machine's ports. */
    private String text(List<DistrictNode> nodes) throws IOException {
        StringBuilder servers = new StringBuilder();
        for (int i = 0; i < nodes.size(); i++) {
            servers.append("    server node").append(i + 1).append(" 127.0.0.1:");
            servers.append(nodes.get(i).port()).append('\n');
        }
        try (var recipe = Balancer.class.getResourceAsStream("/haproxy.cfg")) {
            if (recipe == null) {
                throw new IOException("the recipe is not on the class path");
            }
            return new String(recipe.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?m)^ *bind .*$", "    bind 127.0.0.1:" + port)
                    .replaceAll("(?m)^ *server .*\\n", "")
                    .stripTrailing()
                    .concat("\n" + servers);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
