package org.ezhili.matters.internal.rest;

import java.util.List;
import java.util.Optional;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/** Reads what is written as text on the wire. */
final class Texts {

    /** Anything but what is no text and cannot be kept everywhere: the character zero and halves of characters. */
    static final String PLAIN = "[^\\x00\\p{Cs}]*";

    private Texts() {}

    /** The id in a path; what is no id names nothing. */
    static long id(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException noId) {
            throw new ProblemException(Problem.notFound());
        }
    }

    /** Ids of photos, each once. */
    static List<Long> photos(@Nullable List<String> ids) {
        try {
            return ids == null
                    ? List.of()
                    : ids.stream().map(Long::valueOf).distinct().toList();
        } catch (NumberFormatException tooLong) {
            throw ProblemException.of(422, "unknown-photo");
        }
    }

    static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(words -> !words.isBlank());
    }
}
