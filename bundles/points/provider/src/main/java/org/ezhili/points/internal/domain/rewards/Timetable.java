package org.ezhili.points.internal.domain.rewards;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.ezhili.points.internal.domain.rewards.RewardDraft.MeetingDraft;

/** How a course's meetings change: what is no longer wanted is called off, never forgotten. */
public final class Timetable {

    private Timetable() {}

    /** All meetings after a change; empty when the draft names one that the course does not have. */
    public static Optional<List<Meeting>> change(
            List<Meeting> before, List<MeetingDraft> wanted, Instant now, LongSupplier ids) {
        Map<Long, Meeting> known = new LinkedHashMap<>();
        before.forEach(meeting -> known.put(meeting.id(), meeting));
        List<Meeting> after = new ArrayList<>();
        for (MeetingDraft draft : wanted) {
            if (draft.id().isEmpty()) {
                after.add(new Meeting(ids.getAsLong(), draft.startsAt(), draft.endsAt(), draft.place(), false, 0, now));
                continue;
            }
            Meeting meeting = known.remove(draft.id().get());
            if (meeting == null) {
                return Optional.empty();
            }
            after.add(meeting.moved(draft.startsAt(), draft.endsAt(), draft.place(), now));
        }
        known.values().forEach(meeting -> after.add(meeting.calledOff(now)));
        return Optional.of(Collections.unmodifiableList(after));
    }

    /** All meetings of a course that does not take place. */
    public static List<Meeting> callOff(List<Meeting> meetings, Instant now) {
        return meetings.stream().map(meeting -> meeting.calledOff(now)).toList();
    }
}
