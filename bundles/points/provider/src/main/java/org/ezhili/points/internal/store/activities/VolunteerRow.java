package org.ezhili.points.internal.store.activities;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.persistence.InstantAttribute;
import org.ezhili.points.internal.domain.activities.Volunteer;
import org.ezhili.points.internal.domain.activities.VolunteerState;
import org.jspecify.annotations.Nullable;

/** Somebody who serves in a street. */
@Entity
@Table(schema = "points", name = "volunteer")
class VolunteerRow {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "account")
    private String account;

    @Column(name = "area")
    private String area;

    @Column(name = "street")
    private String street;

    @Column(name = "kind")
    private String kind;

    @Column(name = "state")
    private String state;

    @Column(name = "skills")
    private String skills;

    @Column(name = "minutes")
    private long minutes;

    /** Counted by whoever needs the volunteer to stay as they are for a moment: it locks the row. */
    @Column(name = "turn")
    private long turn;

    @Column(name = "applied_at")
    @Convert(converter = InstantAttribute.class)
    private Instant appliedAt;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    @Column(name = "reason")
    private @Nullable String reason;

    /** By what they are looked for. */
    @Column(name = "name_key")
    private String nameKey;

    static VolunteerRow from(Volunteer volunteer, String nameKey) {
        VolunteerRow row = new VolunteerRow();
        row.id = volunteer.id();
        row.account = volunteer.account();
        row.minutes = volunteer.minutes();
        row.apply(volunteer, nameKey);
        return row;
    }

    /** As at the first time, but for the hours, which stay. */
    final void apply(Volunteer volunteer, String name) {
        nameKey = name;
        area = volunteer.area().digits();
        street = volunteer.street().digits();
        kind = volunteer.kind();
        state = VolunteerState.APPLIED.word();
        skills = String.join(",", volunteer.skills());
        appliedAt = volunteer.appliedAt();
        decidedBy = null;
        reason = null;
    }

    void decide(VolunteerState decision, @Nullable String by, @Nullable String why) {
        state = decision.word();
        decidedBy = by;
        reason = why;
    }

    void leave() {
        decide(VolunteerState.LEFT, null, null);
    }

    void skilled(List<String> proven) {
        skills = String.join(",", proven);
    }

    long id() {
        return id;
    }

    String nameKey() {
        return nameKey;
    }

    Volunteer toDomain() {
        return new Volunteer(
                id,
                account,
                AreaCode.of(area),
                kind,
                VolunteerState.ofWord(state).orElseThrow(),
                skills.isEmpty() ? List.of() : List.of(skills.split(",", -1)),
                minutes,
                appliedAt,
                Optional.ofNullable(reason));
    }
}
