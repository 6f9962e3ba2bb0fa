package org.ezhili.grid.internal.domain;

import java.util.Locale;
import java.util.Optional;

/** What an import does when some of its rows are at fault. */
public enum ImportMode {
    /** Nothing is taken over. */
    ALL_OR_NOTHING,
    /** The rows without a fault are taken over. */
    BEST_EFFORT;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ImportMode> ofWord(String word) {
        for (ImportMode mode : values()) {
            if (mode.word().equals(word)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }
}
