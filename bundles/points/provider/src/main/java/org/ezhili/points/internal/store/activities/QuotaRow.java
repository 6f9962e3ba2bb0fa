package org.ezhili.points.internal.store.activities;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.ezhili.points.internal.domain.activities.Quota;

/** Seats of a shift for one skill. */
@Entity
@IdClass(QuotaRowId.class)
@Table(schema = "points", name = "quota")
class QuotaRow {

    @Id
    @Column(name = "shift_id")
    private long shift;

    @Id
    @Column(name = "skill")
    private String skill;

    @Column(name = "seats")
    private int seats;

    @Column(name = "taken")
    private int taken;

    @Column(name = "turn")
    private long turn;

    static QuotaRow from(long shift, Quota quota) {
        QuotaRow row = new QuotaRow();
        row.shift = shift;
        row.skill = quota.skill();
        row.seats = quota.seats();
        return row;
    }

    long shift() {
        return shift;
    }

    long turn() {
        return turn;
    }

    boolean isFull() {
        return taken >= seats;
    }

    void take() {
        taken++;
    }

    void free() {
        taken--;
    }

    Quota toDomain() {
        return new Quota(skill, seats, taken);
    }
}
