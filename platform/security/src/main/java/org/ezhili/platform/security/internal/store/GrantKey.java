package org.ezhili.platform.security.internal.store;

import java.io.Serializable;
import java.util.Objects;

/** Primary key of {@link GrantRow}; JPA wants a class with fields of the same names. */
class GrantKey implements Serializable {

    private static final long serialVersionUID = 1;

    private String account = "";
    private String role = "";
    private String area = "";

    @Override
    public boolean equals(Object other) {
        return other instanceof GrantKey key
                && account.equals(key.account)
                && role.equals(key.role)
                && area.equals(key.area);
    }

    @Override
    public int hashCode() {
        return Objects.hash(account, role, area);
    }
}
