package org.ezhili.points.internal.store.activities;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.persistence.InstantAttribute;
import org.ezhili.points.internal.domain.activities.Team;

/** Volunteers of a street who serve together. */
@Entity
@Table(schema = "points", name = "team")
class TeamRow {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "area")
    private String area;

    @Column(name = "street")
    private String street;

    @Column(name = "name")
    private String name;

    @Column(name = "leader")
    private String leader;

    /** Counted by whoever changes who is in it: it locks the row. */
    @Column(name = "turn")
    private long turn;

    @Column(name = "made_by")
    private String madeBy;

    @Column(name = "made_at")
    @Convert(converter = InstantAttribute.class)
    private Instant madeAt;

    static TeamRow from(Team team, String by, Instant at) {
        TeamRow row = new TeamRow();
        row.id = team.id();
        row.area = team.area().digits();
        row.street = team.street().digits();
        row.name = team.name();
        row.leader = team.leader();
        row.madeBy = by;
        row.madeAt = at;
        return row;
    }

    void rename(String words) {
        name = words;
    }

    void lead(String account) {
        leader = account;
    }

    long id() {
        return id;
    }

    String leader() {
        return leader;
    }

    String street() {
        return street;
    }

    Team toDomain(long members, long minutes) {
        return new Team(id, AreaCode.of(area), name, leader, members, minutes);
    }
}
