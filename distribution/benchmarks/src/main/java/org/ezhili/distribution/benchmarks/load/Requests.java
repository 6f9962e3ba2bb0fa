package org.ezhili.distribution.benchmarks.load;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What clients send, each request as the bytes that go over the wire. Thread-safe. */
public interface Requests {

    byte[] next();

    /** GETs of these paths, one after the other, again and again. */
    static Requests get(URI address, String token, List<String> paths) {
        List<byte[]> all = paths.stream()
                .map(path -> (head("GET", address, path, token) + "\r\n").getBytes(StandardCharsets.UTF_8))
                .toList();
        AtomicInteger at = new AtomicInteger();
        return () -> all.get(Math.floorMod(at.getAndIncrement(), all.size()));
    }

    /** POSTs of one body, each with a key of its own. */
    static Requests post(URI address, String token, String path, String json, Supplier<String> keys) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String head = head("POST", address, path, token) + "Content-Type: application/json\r\nContent-Length: "
                + body.length + "\r\nIdempotency-Key: ";
        return () -> (head + keys.get() + "\r\n\r\n" + json).getBytes(StandardCharsets.UTF_8);
    }

    private static String head(String method, URI address, String path, String token) {
        return method + " " + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nAuthorization: Bearer "
                + token + "\r\nAccept: application/json\r\n";
    }
}
