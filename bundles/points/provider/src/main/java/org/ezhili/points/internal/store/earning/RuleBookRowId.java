package org.ezhili.points.internal.store.earning;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Key of a {@link RuleBookRow}: which street, which version. JPA wants it mutable. */
class RuleBookRowId implements Serializable {

    private static final long serialVersionUID = 1L;

    private String street = "";
    private int version;

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RuleBookRowId that && that.street.equals(street) && that.version == version;
    }

    @Override
    public int hashCode() {
        return Objects.hash(street, version);
    }
}
