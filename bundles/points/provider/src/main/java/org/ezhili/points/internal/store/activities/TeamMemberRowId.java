package org.ezhili.points.internal.store.activities;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Key of a {@link TeamMemberRow} and a {@link TeamRequestRow}: which team, for which account. JPA wants it mutable. */
class TeamMemberRowId implements Serializable {

    private static final long serialVersionUID = 1L;

    private long team;
    private String account = "";

    TeamMemberRowId() {}

    TeamMemberRowId(long team, String account) {
        this.team = team;
        this.account = account;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TeamMemberRowId that && that.team == team && that.account.equals(account);
    }

    @Override
    public int hashCode() {
        return Objects.hash(team, account);
    }
}
