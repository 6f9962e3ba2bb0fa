package org.ezhili.points.internal.rest.rewards;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.points.internal.domain.rewards.RewardDraft;
import org.ezhili.points.internal.domain.rewards.RewardDraft.MeetingDraft;
import org.ezhili.points.internal.domain.rewards.RewardKind;
import org.jspecify.annotations.Nullable;

/** Reads what is written on the wire about rewards; what says nothing sensible is refused by name. */
final class RewardFields {

    /** Anything but what is no text and cannot be kept everywhere: the character zero and halves of characters. */
    static final String PLAIN = "[^\\x00\\p{Cs}]*";

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private RewardFields() {}

    /** The id in a path; what is no id names nothing. */
    static long id(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException noId) {
            throw new ProblemException(Problem.notFound());
        }
    }

    static RewardDraft draft(RewardDraftJson json) {
        List<NewMeetingJson> meetings = json.meetings() == null ? List.of() : json.meetings();
        RewardDraft draft = new RewardDraft(
                area(json.area()),
                RewardKind.ofWord(json.kind()).orElseThrow(() -> ProblemException.field("kind", "unknown-value")),
                json.title().strip(),
                json.description().strip(),
                json.price(),
                json.stock(),
                json.perPerson(),
                instant("opensAt", json.opensAt()),
                instant("closesAt", json.closesAt()),
                json.collectDays(),
                Optional.ofNullable(json.picture()),
                json.offered(),
                IntStream.range(0, meetings.size())
                        .mapToObj(i -> meeting("meetings[" + i + "].", meetings.get(i)))
                        .toList());
        draft.fault().ifPresent(fault -> {
            throw ProblemException.field(fault.field(), fault.code());
        });
        return draft;
    }

    static AreaCode area(String text) {
        return AreaCode.parse(text)
                .filter(area -> area.level() == AreaLevel.DISTRICT || area.level() == AreaLevel.STREET)
                .orElseThrow(() -> ProblemException.field("area", "unknown-value"));
    }

    static boolean truth(String field, @Nullable String word) {
        if (word == null || word.equals("false")) {
            return false;
        }
        if (word.equals("true")) {
            return true;
        }
        throw ProblemException.field(field, "unknown-value");
    }

    private static MeetingDraft meeting(String path, NewMeetingJson json) {
        return new MeetingDraft(
                Optional.ofNullable(json.id()).map(id -> meetingId(path, id)),
                instant(path + "startsAt", json.startsAt()),
                instant(path + "endsAt", json.endsAt()),
                json.place().strip());
    }

    private static long meetingId(String path, String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException tooLong) {
            throw ProblemException.field(path + "id", "unknown-value");
        }
    }

    private static Instant instant(String field, Instant instant) {
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw ProblemException.field(field, "out-of-range", EARLIEST.toString(), LATEST.toString());
        }
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
