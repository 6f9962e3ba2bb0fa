package org.ezhili.platform.releases.internal.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.releases.internal.archive.Hashes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what arrives to the disk, as long as there is room for it. */
final class Disk {

    private static final Logger LOG = LoggerFactory.getLogger(Disk.class);

    static final long LONGEST = 200L << 20;
    /** Packed, unpacked, and for the rest of the node. */
    private static final long TIMES = 3;

    private static final long RESERVE = 64L << 20;

    private final long reserve;

    Disk() {
        this(RESERVE);
    }

    /** @param reserve bytes that an arrival must leave to the rest of the node */
    Disk(long reserve) {
        this.reserve = reserve;
    }

    /** An archive as it was received. */
    record Received(String sha256, long bytes) {}

    /**
     * Receives an archive.
     *
     * @param length as its sender says; negative when not known
     */
    Received receive(InputStream in, long length, Path file) throws IOException {
        if (length > LONGEST) {
            throw tooLong();
        }
        requireRoom(file, Math.max(0, length) * TIMES);
        MessageDigest digest = Hashes.sha256();
        long received = 0;
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            byte[] buffer = new byte[1 << 16];
            for (int got = read(in, buffer); got >= 0; got = read(in, buffer)) {
                received += got;
                if (received > LONGEST) {
                    throw tooLong();
                }
                out.write(buffer, 0, got);
            }
        }
        requireRoom(file, received * (TIMES - 1));
        return new Received(HexFormat.of().formatHex(digest.digest()), received);
    }

    /** Whoever sends may stop in the middle; that is nothing for this node's log. */
    private static int read(InputStream in, byte[] buffer) throws IOException {
        try {
            return in.read(buffer);
        } catch (IOException cutOff) {
            if (isFull(cutOff)) {
                throw cutOff;
            }
            LOG.debug("An archive was cut off on its way", cutOff);
            throw ProblemException.of(400, "archive-cut-off");
        }
    }

    private static ProblemException tooLong() {
        return ProblemException.of(413, "archive-too-long", LONGEST >> 20);
    }

    private void requireRoom(Path file, long bytes) throws IOException {
        long free = Files.getFileStore(file.getParent()).getUsableSpace();
        if (free < bytes + reserve) {
            throw full();
        }
    }

    static ProblemException full() {
        return ProblemException.of(507, "disk-full");
    }

    /** Whether a write failed because there is no room; systems say it in words only. */
    static boolean isFull(IOException why) {
        String said = String.valueOf(why.getMessage()).toLowerCase(Locale.ROOT);
        return said.contains("no space") || said.contains("not enough space") || said.contains("quota");
    }
}
