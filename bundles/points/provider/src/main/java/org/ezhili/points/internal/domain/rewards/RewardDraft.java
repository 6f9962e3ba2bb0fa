package org.ezhili.points.internal.domain.rewards;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ezhili.platform.AreaCode;

/** A reward as a street or the district wants to offer it. */
public record RewardDraft(
        AreaCode area,
        RewardKind kind,
        String title,
        String description,
        long price,
        int stock,
        int perPerson,
        Instant opensAt,
        Instant closesAt,
        int collectDays,
        Optional<String> picture,
        boolean offered,
        List<MeetingDraft> meetings) {

    public RewardDraft {
        meetings = List.copyOf(meetings);
    }

    /** @param id of the meeting that is changed; empty: a new one */
    public record MeetingDraft(Optional<Long> id, Instant startsAt, Instant endsAt, String place) {}

    /** The first field that makes no sense, with the code of the fault. */
    public Optional<Fault> fault() {
        if (!opensAt.isBefore(closesAt)) {
            return Optional.of(new Fault("closesAt", "not-after-start"));
        }
        if (kind == RewardKind.COURSE && meetings.isEmpty()) {
            return Optional.of(new Fault("meetings", "required"));
        }
        if (kind == RewardKind.GOODS && !meetings.isEmpty()) {
            return Optional.of(new Fault("meetings", "not-wanted"));
        }
        if (meetings.stream()
                        .flatMap(meeting -> meeting.id().stream())
                        .distinct()
                        .count()
                != meetings.stream().filter(meeting -> meeting.id().isPresent()).count()) {
            return Optional.of(new Fault("meetings", "repeated"));
        }
        for (int i = 0; i < meetings.size(); i++) {
            if (!meetings.get(i).startsAt().isBefore(meetings.get(i).endsAt())) {
                return Optional.of(new Fault("meetings[" + i + "].endsAt", "not-after-start"));
            }
            if (closesAt.isAfter(meetings.get(i).endsAt()) && i == meetings.size() - 1) {
                return Optional.of(new Fault("closesAt", "after-course"));
            }
        }
        return Optional.empty();
    }

    /** A field at fault. */
    public record Fault(String field, String code) {}
}
