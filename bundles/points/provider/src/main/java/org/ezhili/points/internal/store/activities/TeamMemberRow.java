package org.ezhili.points.internal.store.activities;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.ezhili.platform.persistence.InstantAttribute;

/** That somebody is in a team. */
@Entity
@IdClass(TeamMemberRowId.class)
@Table(schema = "points", name = "team_member")
class TeamMemberRow {

    @Id
    @Column(name = "team_id")
    private long team;

    @Id
    @Column(name = "account")
    private String account;

    @Column(name = "joined_at")
    @Convert(converter = InstantAttribute.class)
    private Instant joinedAt;

    static TeamMemberRow of(long team, String account, Instant at) {
        TeamMemberRow row = new TeamMemberRow();
        row.team = team;
        row.account = account;
        row.joinedAt = at;
        return row;
    }
}
