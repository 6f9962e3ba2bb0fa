package org.ezhili.platform.releases.internal.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.ezhili.platform.ProblemException;

/** What a zip must look like before anything in it is read: few entries, each once, each inside, none that swells. */
final class ZipShape {

    static final int MOST_ENTRIES = 5_000;
    static final long MOST_UNPACKED = 1L << 30;
    private static final long MOST_RATIO = 100;
    /** What is this small may be as dense as it likes. */
    private static final long SMALL = 256 << 10;

    private static final int LONGEST_NAME = 400;
    private static final Pattern INSIDE = Pattern.compile("[^/\\\\:\\p{Cntrl}]+(/[^/\\\\:\\p{Cntrl}]+)*/?");

    private ZipShape() {}

    /** Refuses what is no zip, or one that it would be unwise to unpack. */
    static void check(Path file) throws IOException {
        EndRecord.check(file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Set<String> names = new HashSet<>();
            long unpacked = 0;
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                checkName(entry.getName());
                if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
                    throw ProblemException.of(422, "archive-duplicate", shortened(entry.getName()));
                }
                checkSize(entry);
                unpacked += entry.getSize();
            }
            if (unpacked > MOST_UNPACKED || names.size() > MOST_ENTRIES) {
                throw ProblemException.of(422, "archive-bomb", (unpacked >> 20) + " MiB");
            }
        } catch (ZipException | IllegalArgumentException broken) {
            throw ProblemException.of(422, "archive-not-zip");
        }
    }

    private static void checkName(String name) {
        boolean stays = name.length() <= LONGEST_NAME
                && INSIDE.matcher(name).matches()
                && !("/" + name + "/").contains("/../")
                && !("/" + name + "/").contains("/./");
        if (!stays) {
            throw ProblemException.of(422, "archive-path", shortened(name));
        }
    }

    private static void checkSize(ZipEntry entry) {
        long size = entry.getSize();
        long packed = Math.max(1, entry.getCompressedSize());
        if (size < 0 || size > MOST_UNPACKED || (size > SMALL && size / packed > MOST_RATIO)) {
            throw ProblemException.of(422, "archive-bomb", shortened(entry.getName()));
        }
        if (entry.isDirectory() && size > 0) {
            throw ProblemException.of(422, "archive-path", shortened(entry.getName()));
        }
    }

    /** A foreign name as it may be shown. */
    static String shortened(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= 120 ? plain : plain.substring(0, 120) + "…";
    }
}
