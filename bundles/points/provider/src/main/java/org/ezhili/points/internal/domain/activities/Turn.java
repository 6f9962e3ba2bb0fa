package org.ezhili.points.internal.domain.activities;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A sign-up with its shift. Somebody may have several in one activity, one after the other. */
public record Turn(Signup signup, Shift shift) {

    private static final Set<SignupState> CAME =
            EnumSet.of(SignupState.PRESENT, SignupState.SERVED, SignupState.COUNTED);
    private static final Set<SignupState> WENT = EnumSet.of(SignupState.SERVED, SignupState.COUNTED);

    /**
     * The one of somebody's turns that they come for: the first for which they have a seat. A code by which they came already
     * stands for that time, however often it is sent. Where there is nothing to come for, it is the one they came for last, or
     * whichever tells best what is in the way.
     */
    public static Optional<Turn> coming(List<Turn> own, CheckInCodes.Shown code, Instant now) {
        return first(
                own.stream().filter(turn -> turn.shift.takesCheckIn(now)),
                turn -> turn.signup.state() == SignupState.SEATED,
                turn -> CAME.contains(turn.signup.state()),
                turn -> turn.signup.inAt().filter(code::wasSeenBy).isPresent());
    }

    /** The one of somebody's turns that they go from, as with {@link #coming}: the first for which they are there. */
    public static Optional<Turn> going(List<Turn> own, CheckInCodes.Shown code, Instant now) {
        return first(
                own.stream().filter(turn -> turn.shift.takesCheckOut(now)),
                turn -> turn.signup.state() == SignupState.PRESENT,
                turn -> WENT.contains(turn.signup.state()),
                turn -> turn.signup.outAt().filter(code::wasSeenBy).isPresent());
    }

    private static Optional<Turn> first(
            Stream<Turn> now, Predicate<Turn> open, Predicate<Turn> done, Predicate<Turn> byThisCode) {
        List<Turn> turns = now.filter(turn -> turn.signup.state() != SignupState.LEFT)
                .sorted(Comparator.comparing(turn -> turn.shift.startsAt()))
                .toList();
        Function<Predicate<Turn>, Optional<Turn>> earliest =
                which -> turns.stream().filter(which).findFirst();
        Function<Predicate<Turn>, Optional<Turn>> latest =
                which -> turns.stream().filter(which).reduce((before, after) -> after);
        return latest.apply(done.and(byThisCode))
                .or(() -> earliest.apply(open))
                .or(() -> latest.apply(done))
                .or(() -> earliest.apply(turn -> true));
    }
}
