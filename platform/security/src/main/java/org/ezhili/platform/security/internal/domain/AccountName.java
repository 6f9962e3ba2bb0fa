package org.ezhili.platform.security.internal.domain;

import java.util.Locale;
import java.util.regex.Pattern;

/** How the name of an account is written. */
public final class AccountName {

    public static final String FORM = "[a-z0-9][a-z0-9._-]{1,59}";

    /**
     * How the name shown to people is written: not blank, no control characters. Nothing in it looks back, so that a text as
     * long as a body is judged in one go.
     */
    public static final String SHOWN = "\\p{Z}*+[^\\p{Cntrl}\\p{Z}]\\P{Cntrl}*+";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    private AccountName() {}

    public static boolean isValid(String text) {
        return PATTERN.matcher(text).matches();
    }

    /** What somebody who signs in means: surrounding blanks and capitals are slips of the finger. */
    public static String meant(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }
}
