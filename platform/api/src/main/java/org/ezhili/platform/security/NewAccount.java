package org.ezhili.platform.security;

import java.util.List;
import java.util.Optional;

/**
 * An account to be made.
 *
 * @param password empty: it cannot sign in until a password is set
 */
public record NewAccount(String account, String name, List<Grant> grants, Optional<String> password) {

    public NewAccount {
        grants = List.copyOf(grants);
    }

    @Override
    public String toString() {
        return "NewAccount[" + account + "]";
    }
}
