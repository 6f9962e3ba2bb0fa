package org.ezhili.points.internal.domain.rewards;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a reward is. */
public enum RewardKind {
    /** Handed out at a counter. */
    GOODS,
    /** A seat in a course that meets at set times. */
    COURSE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RewardKind> ofWord(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
