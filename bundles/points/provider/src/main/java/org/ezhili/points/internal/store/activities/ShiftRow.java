package org.ezhili.points.internal.store.activities;

import java.time.Instant;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.ezhili.platform.persistence.InstantAttribute;
import org.ezhili.points.internal.domain.activities.Quota;
import org.ezhili.points.internal.domain.activities.Shift;
import org.ezhili.points.internal.domain.activities.ShiftTitle;

/** One turn of an activity. It is inserted and never updated. */
@Entity
@Table(schema = "points", name = "shift")
class ShiftRow {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "activity_id")
    private long activity;

    @Column(name = "starts_at")
    @Convert(converter = InstantAttribute.class)
    private Instant startsAt;

    @Column(name = "ends_at")
    @Convert(converter = InstantAttribute.class)
    private Instant endsAt;

    static ShiftRow from(long activity, Shift shift) {
        ShiftRow row = new ShiftRow();
        row.id = shift.id();
        row.activity = activity;
        row.startsAt = shift.startsAt();
        row.endsAt = shift.endsAt();
        return row;
    }

    long id() {
        return id;
    }

    long activity() {
        return activity;
    }

    Instant startsAt() {
        return startsAt;
    }

    Instant endsAt() {
        return endsAt;
    }

    ShiftTitle titled(String title) {
        return new ShiftTitle(title, startsAt, endsAt);
    }

    Shift toDomain(List<Quota> quotas) {
        return new Shift(id, startsAt, endsAt, quotas);
    }
}
