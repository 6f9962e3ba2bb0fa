package org.ezhili.platform.security.internal.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * Wrong tries at one account name.
 *
 * @param failed how many, in the window that began at {@code since}
 * @param lockedUntil no try is looked at before
 */
public record Tries(int failed, Instant since, Optional<Instant> lockedUntil) {

    public static Tries none(Instant now) {
        return new Tries(0, now, Optional.empty());
    }
}
