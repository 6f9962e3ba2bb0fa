package org.ezhili.platform.gateway.internal;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/** Whether a request can be read at all; what cannot would be an accident further in. */
final class Legible {

    private static final int HEXADECIMAL = 16;

    private Legible() {}

    /** Refuses with 400 a query that is not percent-encoded text, and with 415 a body in an unknown character set. */
    static void check(HttpServletRequest request) {
        if (!isText(request.getQueryString())) {
            throw new ProblemException(Problem.badRequest(List.of()));
        }
        if (!isKnown(request.getCharacterEncoding())) {
            throw ProblemException.of(415, "media-type");
        }
    }

    /** Each percent sign stands before two hexadecimal digits, and they are no zero, which PostgreSQL takes in no text. */
    static boolean isText(@Nullable String query) {
        return query == null || isEncoded(query);
    }

    private static boolean isEncoded(String query) {
        for (int at = query.indexOf('%'); at >= 0; at = query.indexOf('%', at + 1)) {
            if (digit(query, at + 1) < 0 || digit(query, at + 2) < 0 || query.startsWith("00", at + 1)) {
                return false;
            }
        }
        return true;
    }

    private static int digit(String query, int at) {
        return at < query.length() && query.charAt(at) < 128 ? Character.digit(query.charAt(at), HEXADECIMAL) : -1;
    }

    static boolean isKnown(@Nullable String charset) {
        try {
            return charset == null || Charset.isSupported(charset);
        } catch (IllegalCharsetNameException noName) {
            return false;
        }
    }
}
