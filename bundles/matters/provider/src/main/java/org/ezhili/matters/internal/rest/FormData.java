package org.ezhili.matters.internal.rest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.ezhili.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/** Takes the one file out of a {@code multipart/form-data} body (RFC 7578), as browsers send it. */
final class FormData {

    private static final String TYPE = "multipart/form-data";
    private static final String BOUNDARY = "boundary=";

    private FormData() {}

    static boolean is(@Nullable String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(TYPE);
    }

    /** @throws ProblemException 400 when there is not exactly one part */
    static byte[] onlyFile(String contentType, byte[] body) {
        byte[] delimiter = ("--" + boundary(contentType)).getBytes(StandardCharsets.ISO_8859_1);
        byte[] blankLine = "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
        int part = find(body, delimiter, 0);
        int content = part < 0 ? -1 : find(body, blankLine, part + delimiter.length);
        int end = content < 0 ? -1 : find(body, delimiter, content + blankLine.length);
        boolean last = end >= 0
                && end + delimiter.length + 1 < body.length
                && body[end + delimiter.length] == '-'
                && body[end + delimiter.length + 1] == '-';
        int start = content + blankLine.length;
        if (!last || end - 2 < start) {
            throw ProblemException.field("body", "one-file");
        }
        return Arrays.copyOfRange(body, start, end - 2);
    }

    private static String boundary(String contentType) {
        int at = contentType.toLowerCase(Locale.ROOT).indexOf(BOUNDARY);
        String value = at < 0 ? "" : contentType.substring(at + BOUNDARY.length());
        int next = value.indexOf(';');
        String bare = (next < 0 ? value : value.substring(0, next)).strip().replace("\"", "");
        if (bare.isEmpty() || bare.length() > 70) {
            throw ProblemException.field("body", "one-file");
        }
        return bare;
    }

    private static int find(byte[] body, byte[] wanted, int from) {
        for (int at = from; at <= body.length - wanted.length; at++) {
            if (Arrays.equals(body, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }
}
