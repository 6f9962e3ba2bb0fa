package org.ezhili.platform.releases.internal.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ezhili.platform.BlobStore;

/** Keeps archives where every node finds them, in portions, so that none is ever in memory whole. */
final class Vault {

    private static final int PORTION = 4 << 20;

    private final BlobStore blobs;

    Vault(BlobStore blobs) {
        this.blobs = blobs;
    }

    void put(String sha256, Path archive) throws IOException {
        try (InputStream in = Files.newInputStream(archive)) {
            int portion = 0;
            for (byte[] bytes = in.readNBytes(PORTION); bytes.length > 0; bytes = in.readNBytes(PORTION)) {
                blobs.put(name(sha256, portion++), bytes);
            }
        }
    }

    /** Whether all {@code length} bytes were there. */
    boolean get(String sha256, long length, Path archive) throws IOException {
        try (OutputStream out = Files.newOutputStream(archive)) {
            for (int portion = 0; portion < portions(length); portion++) {
                Optional<InputStream> in = blobs.get(name(sha256, portion));
                if (in.isEmpty()) {
                    return false;
                }
                try (InputStream bytes = in.get()) {
                    bytes.transferTo(out);
                }
            }
        }
        return Files.size(archive) == length;
    }

    void delete(String sha256, long length) throws IOException {
        for (int portion = 0; portion < portions(length); portion++) {
            blobs.delete(name(sha256, portion));
        }
    }

    private static long portions(long length) {
        return (length + PORTION - 1) / PORTION;
    }

    private static String name(String sha256, int portion) {
        return "releases/" + sha256 + "/" + portion;
    }
}
