package org.ezhili.platform.security.internal.domain;

import java.util.List;
import java.util.Optional;
import org.ezhili.platform.security.Grant;

/** What is to be different about an account; what is empty stays. */
public record AccountChange(
        Optional<String> name, Optional<List<Grant>> grants, Optional<Boolean> active, Optional<String> password) {

    public static AccountChange ofPassword(String password) {
        return new AccountChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(password));
    }

    /** Whether it touches what somebody may not change about themselves. */
    public boolean isAboutRights() {
        return grants.isPresent() || active.isPresent();
    }

    @Override
    public String toString() {
        return "AccountChange[name=" + name.isPresent() + ", grants=" + grants + ", active=" + active + ", password="
                + password.isPresent() + "]";
    }
}
