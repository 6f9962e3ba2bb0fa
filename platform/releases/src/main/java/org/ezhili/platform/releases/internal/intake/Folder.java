package org.ezhili.platform.releases.internal.intake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder for one arrival, gone with all that is in it when it is closed. */
final class Folder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Folder.class);

    private final Path path;

    private Folder(Path path) {
        this.path = path;
    }

    static Folder in(Path parent) throws IOException {
        return new Folder(
                Files.createDirectories(parent.resolve(UUID.randomUUID().toString())));
    }

    Path archive() {
        return path.resolve("archive.kar");
    }

    Path content() throws IOException {
        return Files.createDirectories(path.resolve("content"));
    }

    @Override
    public void close() {
        clear(path);
    }

    /** What cannot be taken away now is taken away at the next start. */
    static void clear(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("{} is left over; it is cleared at the next start", folder, e);
        }
    }

    /** On the disk for good, not only in its cache. */
    static void force(Path file) throws IOException {
        try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
            written.force(true);
        }
    }
}
