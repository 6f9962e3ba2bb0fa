package org.ezhili.platform.gateway.internal.routes;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which version of a module was decided on last, in a file beside the node's configuration: what is wiped with the framework's
 * own data must not take it along. Written whole or not at all.
 */
final class LiveRecord {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRecord.class);

    private final Path file;

    LiveRecord(Path file) {
        this.file = file;
    }

    /** What cannot be read counts as not decided: the modules that are there still serve. */
    Map<String, Version> read() {
        Map<String, Version> decided = new TreeMap<>();
        try {
            Properties lines = new Properties();
            lines.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
            for (String module : lines.stringPropertyNames()) {
                decided.put(module, Version.parseVersion(lines.getProperty(module)));
            }
        } catch (NoSuchFileException never) {
            LOG.debug("no version has been decided on yet");
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.error("{} cannot be read; each module is served in its newest version", file, unreadable);
            decided.clear();
        }
        return decided;
    }

    void write(Map<String, Version> decided) throws IOException {
        StringBuilder text =
                new StringBuilder("# The version of each module that serves here; written at every switch\n");
        new TreeMap<>(decided)
                .forEach((module, version) ->
                        text.append(module).append('=').append(version).append('\n'));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel out = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
