package org.ezhili.points.internal.domain.activities;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One turn of an activity. */
public record Shift(long id, Instant startsAt, Instant endsAt, List<Quota> quotas) {

    /** For how long after the end one can still check out. */
    public static final Duration LATE = Duration.ofHours(2);

    private static final Duration EARLY = Duration.ofMinutes(30);

    public Shift {
        quotas = List.copyOf(quotas);
    }

    /** From half an hour before the start to the end. */
    public boolean takesCheckIn(Instant now) {
        return !now.isBefore(startsAt.minus(EARLY)) && now.isBefore(endsAt);
    }

    /** From half an hour before the start to two hours after the end. */
    public boolean takesCheckOut(Instant now) {
        return !now.isBefore(startsAt.minus(EARLY)) && now.isBefore(endsAt.plus(LATE));
    }

    /** Whole minutes of the shift between coming and going: who comes early or goes late gains nothing. */
    public int minutes(Instant in, Instant out) {
        Instant from = in.isBefore(startsAt) ? startsAt : in;
        Instant to = out.isAfter(endsAt) ? endsAt : out;
        return (int) Math.max(0, Duration.between(from, to).toMinutes());
    }
}
