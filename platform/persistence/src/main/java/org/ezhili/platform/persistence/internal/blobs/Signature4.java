package org.ezhili.platform.persistence.internal.blobs;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests to S3 as AWS Signature Version 4 has it, for requests without a query whose path needs no escaping. The hash
 * of the content is signed too, so a store keeps nothing that was damaged on its way.
 */
final class Signature4 {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String SIGNED = "host;x-amz-content-sha256;x-amz-date";

    private final S3Place place;

    Signature4(S3Place place) {
        this.place = place;
    }

    /** The headers to send beside {@code Host}. */
    Map<String, String> headers(String method, URI address, byte[] content, Instant now) {
        String moment = MOMENT.format(now);
        String hash = hex(sha256(content));
        String scope = DAY.format(now) + "/" + place.region() + "/s3/aws4_request";
        String request = method + "\n" + address.getRawPath() + "\n\nhost:" + host(address) + "\nx-amz-content-sha256:"
                + hash + "\nx-amz-date:" + moment + "\n\n" + SIGNED + "\n" + hash;
        String toSign = "AWS4-HMAC-SHA256\n" + moment + "\n" + scope + "\n" + hex(sha256(bytes(request)));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("x-amz-date", moment);
        headers.put("x-amz-content-sha256", hash);
        headers.put(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=" + place.accessKey() + "/" + scope + ", SignedHeaders=" + SIGNED
                        + ", Signature=" + hex(hmac(key(DAY.format(now)), toSign)));
        return headers;
    }

    private byte[] key(String day) {
        byte[] ofDay = hmac(bytes("AWS4" + place.secretKey()), day);
        return hmac(hmac(hmac(ofDay, place.region()), "s3"), "aws4_request");
    }

    /** As Java's client writes it: without the scheme's own port. */
    private static String host(URI address) {
        boolean usual = address.getPort() < 0 || address.getPort() == ("https".equals(address.getScheme()) ? 443 : 80);
        return usual ? address.getHost() : address.getHost() + ":" + address.getPort();
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
