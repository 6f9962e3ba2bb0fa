package org.ezhili.points.internal.store.rewards;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.ezhili.platform.persistence.InstantAttribute;
import org.ezhili.points.internal.domain.rewards.Meeting;

/** One time that a course meets. */
@Entity
@Table(schema = "points", name = "reward_session")
class MeetingRow {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "reward_id")
    private long rewardId;

    @Column(name = "starts_at")
    @Convert(converter = InstantAttribute.class)
    private Instant startsAt;

    @Column(name = "ends_at")
    @Convert(converter = InstantAttribute.class)
    private Instant endsAt;

    @Column(name = "place")
    private String place;

    @Column(name = "cancelled")
    private boolean cancelled;

    @Column(name = "sequence")
    private int sequence;

    @Column(name = "changed_at")
    @Convert(converter = InstantAttribute.class)
    private Instant changedAt;

    static MeetingRow from(long reward, Meeting meeting) {
        MeetingRow row = new MeetingRow();
        row.id = meeting.id();
        row.rewardId = reward;
        row.startsAt = meeting.startsAt();
        row.endsAt = meeting.endsAt();
        row.place = meeting.place();
        row.cancelled = meeting.cancelled();
        row.sequence = meeting.sequence();
        row.changedAt = meeting.changedAt();
        return row;
    }

    long rewardId() {
        return rewardId;
    }

    Meeting toDomain() {
        return new Meeting(id, startsAt, endsAt, place, cancelled, sequence, changedAt);
    }
}
