package org.ezhili.points.internal.rest.activities;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.persistence.Once;
import org.jspecify.annotations.Nullable;

/** Reads what is written as text on the wire. */
final class Wire {

    /** Anything but what is no text and cannot be kept everywhere: the character zero and halves of characters. */
    static final String PLAIN = "[^\\x00\\p{Cs}]*";
    /** A word: text without commas. */
    static final String WORD = "[^\\x00-\\x1f,\\p{Cs}]*";

    static final String ID = "[0-9]{1,19}";

    private Wire() {}

    /** The id in a path or body; what is no id names nothing. */
    static long id(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException noId) {
            throw new ProblemException(Problem.notFound());
        }
    }

    /** The id of what a write has made, now or when its key was used first. */
    static long made(Once once) {
        if (once instanceof Once.Done done) {
            return Long.parseLong(done.answer());
        }
        throw ProblemException.of(422, "idempotency-key-reused");
    }

    /** A moment, {@code 2026-03-02T01:00:00Z}. */
    static Instant time(String field, String text) {
        try {
            return Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeParseException noTime) {
            throw ProblemException.field(field, "time");
        }
    }

    /** What stands for a phone: the same for the same phone, and nothing that leads back to it. */
    static String hashed(String device) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(device.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(words -> !words.isEmpty());
    }
}
