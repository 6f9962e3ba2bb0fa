package org.ezhili.platform.gateway.internal;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import org.ezhili.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/** A request whose body ends with a problem once it is longer than its kind may be. */
public final class BodyLimit extends HttpServletRequestWrapper {

    private static final long TEXT = 1L << 20;
    private static final long FILE = 24L << 20;
    private static final long ARCHIVE = 200L << 20;
    private static final String ARCHIVES = "/api/releases/v1/releases";
    private static final Duration LINGER = Duration.ofSeconds(10);

    private final long limit;
    private @Nullable ServletInputStream counted;
    private boolean refused;

    BodyLimit(HttpServletRequest request) {
        super(request);
        this.limit = limitFor(request);
        if (request.getContentLengthLong() > limit) {
            throw tooLarge(limit);
        }
    }

    /** JSON and forms one mebibyte; photos, tables and other files twenty-four; releases of modules, which go to disk, two hundred. */
    private static long limitFor(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null || type.startsWith("application/json") || type.contains("form-urlencoded")) {
            return TEXT;
        }
        boolean isArchive = type.startsWith("application/octet-stream") && ARCHIVES.equals(request.getRequestURI());
        return isArchive ? ARCHIVE : FILE;
    }

    private static ProblemException tooLarge(long limit) {
        return ProblemException.of(413, "body-too-large", limit >> 10);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        ServletInputStream stream = counted;
        if (stream == null) {
            stream = new Counted(super.getInputStream());
            counted = stream;
        }
        return stream;
    }

    /**
     * Says that a problem is the answer to {@code request}: whoever reads its body from now on finds its end. CXF would read
     * on before it answers, and stumble over the limit a second time.
     */
    public static void refuse(HttpServletRequest request) {
        if (request instanceof BodyLimit limited) {
            limited.refused = true;
        }
    }

    boolean isRefused() {
        return refused;
    }

    static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /**
     * Reads on for a while after a refusal, so that a client that is still sending gets to read the answer instead of a reset
     * connection.
     */
    static void linger(HttpServletRequest request) {
        long deadline = System.nanoTime() + LINGER.toNanos();
        byte[] discarded = new byte[1 << 16];
        try {
            InputStream in = request.getInputStream();
            while (in.read(discarded) >= 0) {
                if (System.nanoTime() > deadline) {
                    return;
                }
            }
        } catch (IOException senderGaveUp) {
            return;
        }
    }

    /** One go at the body. */
    private interface Reading {
        int next() throws IOException;
    }

    private final class Counted extends ServletInputStream {
        private final ServletInputStream in;
        private long read;

        Counted(ServletInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            if (refused) {
                return -1;
            }
            int next = arriving(in::read);
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (refused) {
                return -1;
            }
            int got = arriving(() -> in.read(into, offset, length));
            count(Math.max(got, 0));
            return got;
        }

        /** A sender who leaves in the middle is no accident of ours. */
        private int arriving(Reading reading) {
            try {
                return reading.next();
            } catch (IOException senderLeft) {
                throw ProblemException.of(400, "body-cut-off");
            }
        }

        private void count(int bytes) {
            read += bytes;
            if (read > limit) {
                throw tooLarge(limit);
            }
        }

        @Override
        public boolean isFinished() {
            return refused || in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
