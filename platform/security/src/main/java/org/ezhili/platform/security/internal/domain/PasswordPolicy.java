package org.ezhili.platform.security.internal.domain;

import java.util.Locale;
import java.util.Optional;

/** What a password must be: long enough, not endless, not the account's own name. Length is what counts (NIST SP 800-63B). */
public final class PasswordPolicy {

    public static final int SHORTEST = 10;
    public static final int LONGEST = 200;

    private PasswordPolicy() {}

    /** The code of what is wrong with {@code password}; empty when it may be used. */
    public static Optional<String> faultOf(String account, String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of("password-short");
        }
        if (length > LONGEST) {
            return Optional.of("password-long");
        }
        if (password.strip().toLowerCase(Locale.ROOT).equals(account)) {
            return Optional.of("password-is-account");
        }
        return Optional.empty();
    }
}
