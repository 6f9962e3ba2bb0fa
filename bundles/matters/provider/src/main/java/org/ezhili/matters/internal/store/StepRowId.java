package org.ezhili.matters.internal.store;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Key of a {@link StepRow}: which matter, which step. JPA wants it mutable. */
class StepRowId implements Serializable {

    private static final long serialVersionUID = 1L;

    private long matter;
    private int seq;

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StepRowId that && that.matter == matter && that.seq == seq;
    }

    @Override
    public int hashCode() {
        return Objects.hash(matter, seq);
    }
}
