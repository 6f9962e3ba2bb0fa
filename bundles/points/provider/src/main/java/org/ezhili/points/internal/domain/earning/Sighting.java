package org.ezhili.points.internal.domain.earning;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of a reported matter. Its events may come late, twice and in any order: what counts is when each last
 * happened, not when it was heard of.
 */
public record Sighting(
        Optional<Instant> accepted, Optional<Instant> closed, Optional<Instant> returned, Optional<Instant> rejected) {

    public static final Sighting NOTHING =
            new Sighting(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** What an event says of a matter. */
    public enum Sign {
        ACCEPTED,
        CLOSED,
        /** 返工. */
        RETURNED,
        /** 不予受理 or 撤销. */
        REJECTED
    }

    public Sighting seen(Sign sign, Instant at) {
        return switch (sign) {
            case ACCEPTED -> new Sighting(later(accepted, at), closed, returned, rejected);
            case CLOSED -> new Sighting(accepted, later(closed, at), returned, rejected);
            case RETURNED -> new Sighting(accepted, closed, later(returned, at), rejected);
            case REJECTED -> new Sighting(accepted, closed, returned, later(rejected, at));
        };
    }

    /** When the report was accepted, if it still is. A matter that was closed had been accepted. */
    public Optional<Instant> isAccepted() {
        return later(accepted, closed).filter(at -> isBefore(rejected, at));
    }

    /** When the matter was closed, if it still is. */
    public Optional<Instant> isResolved() {
        return closed.filter(at -> isBefore(rejected, at) && isBefore(returned, at));
    }

    private static boolean isBefore(Optional<Instant> sign, Instant at) {
        return sign.map(at::isAfter).orElse(true);
    }

    private static Optional<Instant> later(Optional<Instant> known, Instant at) {
        return later(known, Optional.of(at));
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        return Stream.of(one, other).flatMap(Optional::stream).max(Instant::compareTo);
    }
}
