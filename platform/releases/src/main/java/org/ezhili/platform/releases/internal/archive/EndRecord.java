package org.ezhili.platform.releases.internal.archive;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.ezhili.platform.ProblemException;

/** The last lines of a zip, read before the rest: a list of entries that would fill the memory is never read. */
final class EndRecord {

    private static final int SIGNATURE = 0x06054b50;
    private static final int LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int IS_ZIP64 = 0xffff;
    private static final int MOST_DIRECTORY_BYTES = 2 << 20;

    private EndRecord() {}

    /** Refuses what has no end of a zip, or a table of contents that is too long. */
    static void check(Path file) throws IOException {
        ByteBuffer tail = tail(file);
        for (int at = tail.capacity() - LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == SIGNATURE
                    && Short.toUnsignedInt(tail.getShort(at + 20)) == tail.capacity() - LENGTH - at) {
                checkSize(tail, at);
                return;
            }
        }
        throw ProblemException.of(422, "archive-not-zip");
    }

    private static void checkSize(ByteBuffer tail, int at) {
        int entries = Short.toUnsignedInt(tail.getShort(at + 10));
        long bytes = Integer.toUnsignedLong(tail.getInt(at + 12));
        if (entries == IS_ZIP64 || entries > ZipShape.MOST_ENTRIES || bytes > MOST_DIRECTORY_BYTES) {
            throw ProblemException.of(422, "archive-bomb", entries + " entries");
        }
    }

    private static ByteBuffer tail(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(in.length(), LENGTH + LONGEST_COMMENT);
            byte[] bytes = new byte[length];
            in.seek(in.length() - length);
            in.readFully(bytes);
            return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
