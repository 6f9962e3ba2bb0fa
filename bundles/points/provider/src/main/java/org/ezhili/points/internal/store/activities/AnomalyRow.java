package org.ezhili.points.internal.store.activities;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.persistence.InstantAttribute;
import org.ezhili.points.internal.domain.activities.Anomaly;
import org.ezhili.points.internal.domain.activities.Anomaly.Kind;
import org.ezhili.points.internal.domain.activities.Circles;
import org.ezhili.points.internal.domain.activities.Signup;
import org.ezhili.points.internal.domain.activities.Travel;
import org.jspecify.annotations.Nullable;

/** What a person should look at, each suspicion once. */
@Entity
@Table(schema = "points", name = "anomaly")
class AnomalyRow {

    static final String OPEN = "open";
    static final String UPHELD = "upheld";
    static final String CLEARED = "cleared";

    @Id
    @Column(name = "id")
    private long id;

    /** What tells one suspicion from another. */
    @Column(name = "mark")
    private String mark;

    @Column(name = "kind")
    private String kind;

    @Column(name = "street")
    private String street;

    @Column(name = "state")
    private String state;

    @Column(name = "account")
    private String account;

    @Column(name = "other")
    private @Nullable String other;

    @Column(name = "signup_id")
    private long signup;

    @Column(name = "other_id")
    private long before;

    @Column(name = "metres")
    private long metres;

    @Column(name = "seconds")
    private long seconds;

    @Column(name = "times")
    private long times;

    @Column(name = "reason")
    private @Nullable String reason;

    @Column(name = "found_at")
    @Convert(converter = InstantAttribute.class)
    private Instant foundAt;

    @Column(name = "judged_by")
    private @Nullable String judgedBy;

    @Column(name = "judged_at")
    @Convert(converter = InstantAttribute.class)
    private @Nullable Instant judgedAt;

    @Column(name = "note")
    private @Nullable String note;

    static AnomalyRow travel(long id, Signup signup, long before, Travel travel, Instant at) {
        AnomalyRow row = of(id, Kind.TRAVEL, signup, at, String.valueOf(signup.id()));
        row.before = before;
        row.metres = Math.round(travel.metres());
        row.seconds = travel.took().toSeconds();
        return row;
    }

    /** @param period that is looked at: as many people at the same phone are suspected once in each */
    static AnomalyRow device(long id, Signup latest, String device, long people, String period, Instant at) {
        AnomalyRow row = of(id, Kind.DEVICE, latest, at, device + ":" + period + ":" + people);
        row.times = people;
        return row;
    }

    /** @param period that is looked at: the same two are suspected once in each */
    static AnomalyRow circle(long id, Circles.ByHand pair, String period, Instant at) {
        AnomalyRow row = new AnomalyRow();
        row.id = id;
        row.mark = "circle:" + period + ":" + pair.coordinator() + ":" + pair.volunteer();
        row.kind = word(Kind.CIRCLE);
        row.street = pair.street().digits();
        row.state = OPEN;
        row.account = pair.coordinator();
        row.other = pair.volunteer();
        row.times = pair.times();
        row.foundAt = at;
        return row;
    }

    static AnomalyRow objection(long id, Signup signup, String by, String reason, Instant at) {
        AnomalyRow row = of(id, Kind.OBJECTION, signup, at, signup.id() + ":" + by);
        row.other = by;
        row.reason = reason;
        return row;
    }

    private static AnomalyRow of(long id, Kind kind, Signup signup, Instant at, String mark) {
        AnomalyRow row = new AnomalyRow();
        row.id = id;
        row.mark = word(kind) + ":" + mark;
        row.kind = word(kind);
        row.street = signup.street().digits();
        row.state = OPEN;
        row.account = signup.account();
        row.signup = signup.id();
        row.foundAt = at;
        return row;
    }

    /** Whom it was about is named otherwise from now on. */
    void forget(String who, String alias) {
        mark = "erased:" + id;
        account = account.equals(who) ? alias : account;
        other = who.equals(other) ? alias : other;
    }

    String mark() {
        return mark;
    }

    long id() {
        return id;
    }

    Anomaly toDomain() {
        return new Anomaly(
                id,
                Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                AreaCode.of(street),
                account,
                Optional.ofNullable(other),
                signup,
                before,
                metres,
                seconds,
                times,
                Optional.ofNullable(reason),
                foundAt,
                judgement());
    }

    private Optional<Anomaly.Judgement> judgement() {
        return judgedBy == null || judgedAt == null || note == null
                ? Optional.empty()
                : Optional.of(new Anomaly.Judgement(state.equals(UPHELD), judgedBy, judgedAt, note));
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
