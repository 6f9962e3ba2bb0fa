package org.ezhili.points.internal.rest.activities;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.ezhili.platform.ProblemException;
import org.ezhili.points.internal.domain.activities.Activity;
import org.ezhili.points.internal.domain.activities.Presence;
import org.ezhili.points.internal.domain.activities.PublicTime;
import org.ezhili.points.internal.domain.activities.Shift;
import org.ezhili.points.internal.domain.activities.Signup;
import org.ezhili.points.internal.domain.activities.SignupState;
import org.ezhili.points.internal.store.activities.CheckInStore;

/** Coming and going, whoever notes it: only at the times of the shift, and only by the server's clock. */
public final class Attendance {

    private static final Set<SignupState> CAME =
            EnumSet.of(SignupState.PRESENT, SignupState.SERVED, SignupState.COUNTED);
    private static final Set<SignupState> PUBLIC = EnumSet.of(SignupState.SERVED);
    private static final Set<SignupState> CAME_AND_OPEN = EnumSet.of(SignupState.PRESENT, SignupState.SERVED);
    private static final Set<SignupState> WENT = EnumSet.of(SignupState.SERVED, SignupState.COUNTED);

    private final CheckInStore store;
    private final PublicTime time;
    private final Clock clock;

    public Attendance(CheckInStore store, PublicTime time, Clock clock) {
        this.store = store;
        this.time = time;
        this.clock = clock;
    }

    Signup came(Activity activity, Signup signup, Presence presence) {
        if (!shift(activity, signup).takesCheckIn(presence.at())) {
            throw ProblemException.of(422, "outside-hours");
        }
        return in(CAME, store.checkIn(signup, presence));
    }

    Signup went(Activity activity, Signup signup, Instant at, String by) {
        Shift shift = shift(activity, signup);
        if (!shift.takesCheckOut(at) || signup.inAt().filter(at::isBefore).isPresent()) {
            throw ProblemException.of(422, "outside-hours");
        }
        // who comes at this very moment does not go by the same request
        in(CAME, signup);
        return in(WENT, store.checkOut(signup, shift, at, time.ends(now()), by));
    }

    /**
     * As {@link #came}, from paper: who is there already came at the time that is said now; where the hours are public, they are
     * public anew.
     */
    Signup cameAt(Activity activity, Signup signup, Presence presence) {
        Instant at = presence.at();
        if (!isOtherwise(CAME, signup, signup.inAt(), at)) {
            return came(activity, signup, presence);
        }
        Shift shift = shift(activity, signup);
        if (!shift.takesCheckIn(at) || signup.outAt().filter(at::isAfter).isPresent()) {
            throw ProblemException.of(422, "outside-hours");
        }
        return in(CAME_AND_OPEN, store.cameAt(signup, shift, at, time.ends(now()), presence.by()));
    }

    /** As {@link #went}, from paper: where the hours are public already, the time is put right, and they are public anew. */
    Signup wentAt(Activity activity, Signup signup, Instant at, String by) {
        if (!isOtherwise(WENT, signup, signup.outAt(), at)) {
            return went(activity, signup, at, by);
        }
        Shift shift = shift(activity, signup);
        if (!shift.takesCheckOut(at) || signup.inAt().filter(at::isBefore).isPresent()) {
            throw ProblemException.of(422, "outside-hours");
        }
        return in(PUBLIC, store.wentAt(signup, shift, at, time.ends(now()), by));
    }

    private static boolean isOtherwise(Set<SignupState> noting, Signup signup, Optional<Instant> noted, Instant at) {
        return noting.contains(signup.state()) && !noted.equals(Optional.of(at));
    }

    Signup struck(Signup signup, String reason) {
        return in(EnumSet.of(SignupState.STRUCK), store.strike(signup, reason));
    }

    /** Whether the shift has ended. */
    boolean isOver(Activity activity, Signup signup) {
        return !now().isBefore(shift(activity, signup).endsAt());
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    static Shift shift(Activity activity, Signup signup) {
        return activity.shift(signup.shift()).orElseThrow();
    }

    private static Signup in(Set<SignupState> states, Signup signup) {
        if (!states.contains(signup.state())) {
            throw ProblemException.of(409, "signup-state");
        }
        return signup;
    }
}
