package org.ezhili.points.internal.store.earning;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Key of a {@link RuleRow}: which street, which version, which line. JPA wants it mutable. */
class RuleRowId implements Serializable {

    private static final long serialVersionUID = 1L;

    private String street = "";
    private int version;
    private int seq;

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RuleRowId that
                && that.street.equals(street)
                && that.version == version
                && that.seq == seq;
    }

    @Override
    public int hashCode() {
        return Objects.hash(street, version, seq);
    }
}
