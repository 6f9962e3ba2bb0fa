package org.ezhili.points.internal.rest.activities;

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

    static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(words -> !words.isEmpty());
    }
}
