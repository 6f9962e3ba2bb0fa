package org.ezhili.platform.gateway.internal.json;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * An answer on its way out. A short one is kept until its length is known; a long one goes out piece by piece, so that none is
 * ever in memory as a whole; one without an end is cut off.
 */
final class LongAnswer extends OutputStream {

    private static final int FIRST = 1 << 12;
    private static final int KEPT = 1 << 18;
    private static final long MOST = 64L << 20;

    private final OutputStream out;
    private byte[] kept = new byte[FIRST];
    private int length;
    private long sent;
    private boolean readerLeft;

    LongAnswer(OutputStream out) {
        this.out = out;
    }

    /** Longer than any answer may be. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;

        TooLong() {
            super("an answer of more than " + (MOST >> 20) + " MiB is cut off; lists are answered page by page");
        }
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        if (sent + length + count > MOST) {
            throw new TooLong();
        }
        if (length + count > KEPT) {
            send();
            send(bytes, offset, count);
            return;
        }
        if (length + count > kept.length) {
            kept = Arrays.copyOf(kept, Math.min(KEPT, Math.max(kept.length * 2, length + count)));
        }
        System.arraycopy(bytes, offset, kept, length, count);
        length += count;
    }

    /** Whether nothing has gone out yet. */
    boolean isWhole() {
        return sent == 0;
    }

    int length() {
        return length;
    }

    /** Sends what is kept. */
    void send() throws IOException {
        send(kept, 0, length);
        length = 0;
    }

    private void send(byte[] bytes, int offset, int count) throws IOException {
        try {
            out.write(bytes, offset, count);
            sent += count;
        } catch (IOException left) {
            readerLeft = true;
            throw left;
        }
    }

    boolean isReaderGone() {
        return readerLeft;
    }
}
