package org.ezhili.platform.security.internal.domain;

import java.security.SecureRandom;
import java.util.Base64;

/** A value that only its holder knows: 256 random bits, of which the platform keeps the SHA-256 alone. */
public record Secret(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final int LETTERS = 43;

    public static Secret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Whether {@code text} can be one at all. */
    public static boolean isShaped(String text) {
        return text.length() == LETTERS;
    }

    /** What is kept. */
    public String digest() {
        return Digest.of(value);
    }

    /** The value that a browser with this session cookie repeats in its writes; says nothing about the cookie. */
    public String csrf() {
        return Digest.of("csrf " + value);
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
