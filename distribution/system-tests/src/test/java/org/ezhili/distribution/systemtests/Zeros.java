package org.ezhili.distribution.systemtests;

import java.io.InputStream;
import java.util.Arrays;

/** Many bytes that take no memory. */
final class Zeros extends InputStream {

    private long left;

    Zeros(long length) {
        left = length;
    }

    @Override
    public int read() {
        return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (left <= 0) {
            return -1;
        }
        int given = (int) Math.min(length, left);
        Arrays.fill(into, offset, offset + given, (byte) 0);
        left -= given;
        return given;
    }
}
