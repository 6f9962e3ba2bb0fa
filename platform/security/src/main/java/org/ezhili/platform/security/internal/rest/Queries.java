package org.ezhili.platform.security.internal.rest;

import org.ezhili.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/** Looks at what was written into query parameters before it goes anywhere near a database. */
final class Queries {

    private static final int LONGEST = 100;

    private Queries() {}

    /** Refuses with 400 what is too long or holds control characters. */
    static void checkText(String field, @Nullable String text) {
        if (text == null) {
            return;
        }
        if (text.length() > LONGEST) {
            throw ProblemException.field(field, "size", 0, LONGEST);
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.field(field, "pattern");
        }
    }
}
