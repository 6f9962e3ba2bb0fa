package org.ezhili.points.internal.store.activities;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.persistence.InstantAttribute;
import org.ezhili.points.internal.domain.activities.Shift;
import org.ezhili.points.internal.domain.activities.Signup;
import org.ezhili.points.internal.domain.activities.SignupState;
import org.ezhili.points.internal.domain.activities.Spot;
import org.jspecify.annotations.Nullable;

/** One volunteer in one shift. What happens once is written by statements that compare the state. */
@Entity
@Table(schema = "points", name = "signup")
class SignupRow {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "activity_id")
    private long activity;

    @Column(name = "shift_id")
    private long shift;

    @Column(name = "skill")
    private String skill;

    @Column(name = "account")
    private String account;

    @Column(name = "street")
    private String street;

    @Column(name = "state")
    private String state;

    @Column(name = "turn")
    private long turn;

    @Column(name = "signed_at")
    @Convert(converter = InstantAttribute.class)
    private Instant signedAt;

    @Column(name = "in_at")
    @Convert(converter = InstantAttribute.class)
    private @Nullable Instant inAt;

    @Column(name = "in_by")
    private @Nullable String inBy;

    @Column(name = "in_lon")
    private @Nullable Double inLon;

    @Column(name = "in_lat")
    private @Nullable Double inLat;

    @Column(name = "in_device")
    private @Nullable String device;

    @Column(name = "out_at")
    @Convert(converter = InstantAttribute.class)
    private @Nullable Instant outAt;

    @Column(name = "out_by")
    private @Nullable String outBy;

    @Column(name = "minutes")
    private int minutes;

    @Column(name = "counts_at")
    @Convert(converter = InstantAttribute.class)
    private @Nullable Instant countsAt;

    @Column(name = "reason")
    private @Nullable String reason;

    static SignupRow of(long id, long activity, long shift, String account, AreaCode street) {
        SignupRow row = new SignupRow();
        row.id = id;
        row.activity = activity;
        row.shift = shift;
        row.account = account;
        row.street = street.digits();
        return row;
    }

    void sign(String wanted, SignupState outcome, long place, Instant at) {
        skill = wanted;
        state = outcome.word();
        turn = place;
        signedAt = at;
    }

    void becomes(SignupState next) {
        state = next.word();
    }

    void came(Shift of, Instant at, Instant counts, String by) {
        inAt = at;
        inBy = by;
        served(of, counts);
    }

    void went(Shift of, Instant at, Instant counts, String by) {
        outAt = at;
        outBy = by;
        served(of, counts);
    }

    private void served(Shift of, Instant counts) {
        if (inAt != null && outAt != null) {
            minutes = of.minutes(inAt, outAt);
            countsAt = counts;
        }
    }

    void strike(String why) {
        state = SignupState.STRUCK.word();
        reason = why;
    }

    long id() {
        return id;
    }

    long shift() {
        return shift;
    }

    String device() {
        return device == null ? "" : device;
    }

    String skill() {
        return skill;
    }

    SignupState state() {
        return SignupState.ofWord(state);
    }

    Optional<Spot> spot() {
        return inLon == null || inLat == null ? Optional.empty() : Optional.of(new Spot(inLon, inLat));
    }

    Signup toDomain() {
        return new Signup(
                id,
                activity,
                shift,
                skill,
                account,
                AreaCode.of(street),
                state(),
                Optional.ofNullable(inAt),
                Optional.ofNullable(outAt),
                minutes,
                Optional.ofNullable(countsAt));
    }
}
