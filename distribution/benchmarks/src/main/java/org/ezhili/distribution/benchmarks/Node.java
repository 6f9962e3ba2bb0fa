package org.ezhili.distribution.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Karaf, ours or bare, unpacked from its archive and run as a process, both in the same way. */
final class Node implements AutoCloseable {

    private final Path home;
    private final Path data;
    private final Map<String, String> environment;
    private @Nullable Process process;

    private Node(Path home, Path data, Map<String, String> environment) {
        this.home = home;
        this.data = data;
        this.environment = environment;
    }

    /** @param data what a fresh start begins without */
    static Node unpack(Path archive, Path home, Path data, Map<String, String> environment) throws IOException {
        remove(home);
        Files.createDirectories(home);
        Process tar = new ProcessBuilder(
                        "tar", "-xzf", archive.toString(), "-C", home.toString(), "--strip-components=1")
                .inheritIO()
                .start();
        if (await(tar) != 0) {
            throw new IOException(archive + " cannot be unpacked");
        }
        return new Node(home, data, environment);
    }

    Path etc(String file) {
        return home.resolve("etc").resolve(file);
    }

    Path data() {
        return data;
    }

    void start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/karaf").toString(), "server");
        builder.environment().keySet().removeIf(name -> name.startsWith("KARAF_") || name.startsWith("EZHILI_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("KARAF_EXEC", "exec");
        builder.environment().putAll(environment);
        process = builder.redirectErrorStream(true)
                .redirectOutput(home.resolve("console.log").toFile())
                .start();
    }

    void stop() throws IOException {
        Process running = process;
        if (running != null) {
            running.destroy();
            await(running);
        }
    }

    /** Forgets all it has kept. */
    void forget() throws IOException {
        remove(data);
    }

    private static int await(Process running) throws IOException {
        try {
            if (!running.waitFor(60, TimeUnit.SECONDS)) {
                running.destroyForcibly();
                throw new IOException("did not end within a minute");
            }
            return running.exitValue();
        } catch (InterruptedException stopped) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
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

    @Override
    public void close() throws IOException {
        stop();
    }
}
