package org.ezhili.matters.internal.domain;

import java.util.Locale;

/** What must be given with an action. */
public enum Need {
    /** The account that is to handle the matter. */
    HANDLER,
    /** Why. */
    REASON;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
