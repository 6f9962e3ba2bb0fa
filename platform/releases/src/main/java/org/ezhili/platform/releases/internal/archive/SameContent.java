package org.ezhili.platform.releases.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Whether two files are the same. A contract keeps its version over many releases and is built anew with each; such bundles
 * differ in Maven's notes of their build and in nothing that runs.
 */
final class SameContent {

    private static final String MAVENS_NOTES = "META-INF/maven/";

    private SameContent() {}

    static boolean of(Path one, Path other) throws IOException {
        if (Files.mismatch(one, other) < 0) {
            return true;
        }
        return one.toString().endsWith(".jar") && parts(one).equals(parts(other));
    }

    /** Each part's hash by its name. */
    private static Map<String, String> parts(Path jar) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                if (!entry.isDirectory() && !entry.getName().startsWith(MAVENS_NOTES)) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        parts.put(entry.getName(), Hashes.sha256(in));
                    }
                }
            }
        }
        return parts;
    }
}
