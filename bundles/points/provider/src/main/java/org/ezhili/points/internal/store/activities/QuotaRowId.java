package org.ezhili.points.internal.store.activities;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Key of a {@link QuotaRow}: which shift, for which skill. JPA wants it mutable. */
class QuotaRowId implements Serializable {

    private static final long serialVersionUID = 1L;

    private long shift;
    private String skill = "";

    QuotaRowId() {}

    QuotaRowId(long shift, String skill) {
        this.shift = shift;
        this.skill = skill;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof QuotaRowId that && that.shift == shift && that.skill.equals(skill);
    }

    @Override
    public int hashCode() {
        return Objects.hash(shift, skill);
    }
}
