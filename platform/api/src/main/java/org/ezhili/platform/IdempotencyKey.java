package org.ezhili.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Names one write so that a repeat of it is known as a repeat.
 *
 * @param operation what is done, for instance {@code matters.report}
 * @param account who does it: keys of different callers never meet
 * @param value the caller's own value, 1 to 100 visible ASCII characters
 * @param fingerprint of the request's content: the same key with another content is a mistake of the caller
 */
public record IdempotencyKey(String operation, String account, String value, String fingerprint) {

    public static final int LONGEST = 100;

    public IdempotencyKey {
        if (value.isEmpty() || value.length() > LONGEST || !value.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw ProblemException.field("Idempotency-Key", "idempotency-key-form", LONGEST);
        }
    }

    /**
     * The key of a request.
     *
     * @param value as the caller sent it; absent: a new one, so that the write happens
     * @param content what is asked for, as a record: its {@code toString} makes the fingerprint
     */
    public static IdempotencyKey of(String operation, String account, @Nullable String value, Object content) {
        String key = value == null ? UUID.randomUUID().toString() : value;
        return new IdempotencyKey(operation, account, key, sha256(content.toString()));
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
