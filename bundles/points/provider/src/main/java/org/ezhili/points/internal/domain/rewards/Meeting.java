package org.ezhili.points.internal.domain.rewards;

import java.time.Instant;

/**
 * One time that a course meets.
 *
 * @param sequence how often it was changed: calendars take the highest (RFC 5545, 3.8.7.4)
 * @param cancelled it falls out; it stays on record so that calendars hear of it
 */
public record Meeting(
        long id, Instant startsAt, Instant endsAt, String place, boolean cancelled, int sequence, Instant changedAt) {

    Meeting moved(Instant start, Instant end, String where, Instant now) {
        boolean same = !cancelled && startsAt.equals(start) && endsAt.equals(end) && place.equals(where);
        return same ? this : new Meeting(id, start, end, where, false, sequence + 1, now);
    }

    Meeting calledOff(Instant now) {
        return cancelled ? this : new Meeting(id, startsAt, endsAt, place, true, sequence + 1, now);
    }
}
