package org.ezhili.points.internal.store.activities;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.ezhili.platform.persistence.InstantAttribute;

/** That somebody would like to be in a team. */
@Entity
@IdClass(TeamMemberRowId.class)
@Table(schema = "points", name = "team_request")
class TeamRequestRow {

    @Id
    @Column(name = "team_id")
    private long team;

    @Id
    @Column(name = "account")
    private String account;

    @Column(name = "asked_at")
    @Convert(converter = InstantAttribute.class)
    private Instant askedAt;

    static TeamRequestRow of(long team, String account, Instant at) {
        TeamRequestRow row = new TeamRequestRow();
        row.team = team;
        row.account = account;
        row.askedAt = at;
        return row;
    }
}
