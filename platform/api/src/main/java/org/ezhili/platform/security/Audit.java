package org.ezhili.platform.security;

import java.util.Optional;
import org.ezhili.platform.AreaCode;
import org.osgi.annotation.versioning.ProviderType;

/** The append-only record of what must be provable later: sign-ins, refusals, looks at personal data, changes by administrators. Thread-safe. */
@ProviderType
public interface Audit {

    /**
     * Adds a line, durable when this returns.
     *
     * @param caller who
     * @param action {@code <module>.<verb>}
     * @param subject what, by id; never personal data
     * @param area where, if it has a place
     * @param outcome a word: {@code done}, {@code refused}, {@code foreign-area} …
     */
    void record(Caller caller, String action, String subject, Optional<AreaCode> area, String outcome);
}
