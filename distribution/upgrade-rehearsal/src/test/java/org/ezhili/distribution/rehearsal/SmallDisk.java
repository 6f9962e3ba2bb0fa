package org.ezhili.distribution.rehearsal;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ezhili.distribution.systemtests.Command;

/** A disk of a few MiB over a folder of a running node; what lay there is there again when it has gone. */
final class SmallDisk implements AutoCloseable {

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /** Skips the test where this machine does not let us mount. */
    static SmallDisk over(Path folder, int mebibytes) throws IOException {
        SmallDisk disk = new SmallDisk(Files.createDirectories(folder));
        try {
            Command.run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", disk.folder.toString());
        } catch (IllegalStateException notAllowed) {
            abort("only who may mount can fill a disk for real: " + notAllowed.getMessage());
        }
        return disk;
    }

    /** The files on it. */
    List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Override
    public void close() {
        Command.run("umount", folder.toString());
    }
}
