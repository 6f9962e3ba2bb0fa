package org.ezhili.platform.build.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.releases.internal.archive.Packing;

/** {@code Pack <archive.kar> <passport.json>}: packs the archive anew, with the whole passport and the list of parts in it. */
public final class Pack {

    private static final String REPOSITORY = "repository/";

    private Pack() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("Pack <archive.kar> <passport.json>");
        }
        Path archive = Path.of(arguments[0]);
        Path laid = Files.createTempDirectory(archive.toAbsolutePath().getParent(), "pack");
        try {
            lay(archive, laid);
            Packing.pack(laid, Files.readAllBytes(Path.of(arguments[1])), archive);
        } catch (ProblemException refused) {
            throw new IllegalStateException(
                    "no district would take " + archive.getFileName() + ": "
                            + refused.problem().code() + " " + refused.problem().arguments(),
                    refused);
        } finally {
            clear(laid);
        }
    }

    private static void lay(Path archive, Path laid) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                if (!entry.isDirectory() && entry.getName().startsWith(REPOSITORY)) {
                    Path target = laid.resolve(entry.getName().substring(REPOSITORY.length()));
                    Files.createDirectories(target.getParent());
                    Files.copy(zip.getInputStream(entry), target);
                }
            }
        }
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
