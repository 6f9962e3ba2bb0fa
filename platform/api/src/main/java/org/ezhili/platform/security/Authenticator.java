package org.ezhili.platform.security;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Tells the door who holds a bearer token or a session cookie. Thread-safe; called on every request. */
@ProviderType
public interface Authenticator {

    /** The caller who holds this bearer token; empty when it is unknown, revoked or expired. */
    Optional<Caller> byToken(String token);

    /** The session of this cookie value; empty when it is unknown, revoked or expired. */
    Optional<Session> bySession(String cookie);

    /**
     * A signed-in browser.
     *
     * @param csrf the value that a write must repeat in the header {@code X-CSRF-Token}
     */
    record Session(Caller caller, String csrf) {}
}
