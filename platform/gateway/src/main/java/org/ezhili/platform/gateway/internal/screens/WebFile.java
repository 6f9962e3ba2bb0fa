package org.ezhili.platform.gateway.internal.screens;

import java.io.IOException;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.ezhili.platform.gateway.internal.problems.Answers;

/**
 * One file of the screens.
 *
 * @param tag changes with the content
 * @param packed the same with gzip, where that makes it smaller
 */
record WebFile(String type, String tag, byte[] plain, Optional<byte[]> packed) {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_FIRST = "no-cache";

    /** @param forEver the address names the version, so the file behind it never changes */
    void serve(HttpServletRequest request, HttpServletResponse response, boolean forEver) throws IOException {
        response.setHeader("Cache-Control", forEver ? FOR_EVER : ASK_FIRST);
        response.setHeader("ETag", tag);
        response.setHeader("Vary", "Accept-Encoding");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        String accepted = request.getHeader("Accept-Encoding");
        if (packed.isPresent() && accepted != null && accepted.contains("gzip")) {
            response.setHeader("Content-Encoding", "gzip");
            Answers.write(response, HttpServletResponse.SC_OK, type, packed.get());
        } else {
            Answers.write(response, HttpServletResponse.SC_OK, type, plain);
        }
    }
}
