package org.ezhili.platform.security.internal.rest;

import java.util.Optional;
import org.ezhili.platform.security.internal.domain.Secret;
import org.jspecify.annotations.Nullable;

/** What a request shows at the door. */
final class Shown {

    static final String COOKIE = "EZHILI_SESSION";

    private static final String BEARER = "Bearer ";

    private Shown() {}

    static Optional<Secret> bearer(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(
                        new Secret(authorization.substring(BEARER.length()).strip()))
                : Optional.empty();
    }

    /** The token when there is one, else the session: as the door looks at them. */
    static Optional<Secret> any(@Nullable String authorization, @Nullable String cookie) {
        return bearer(authorization).or(() -> Optional.ofNullable(cookie).map(Secret::new));
    }
}
