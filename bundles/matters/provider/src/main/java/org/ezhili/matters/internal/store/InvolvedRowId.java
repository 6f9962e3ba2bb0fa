package org.ezhili.matters.internal.store;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Key of an {@link InvolvedRow}: who, in which matter. JPA wants it mutable. */
class InvolvedRowId implements Serializable {

    private static final long serialVersionUID = 1L;

    private String account = "";
    private long matter;

    InvolvedRowId() {}

    InvolvedRowId(String account, long matter) {
        this.account = account;
        this.matter = matter;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InvolvedRowId that && that.matter == matter && that.account.equals(account);
    }

    @Override
    public int hashCode() {
        return Objects.hash(account, matter);
    }
}
