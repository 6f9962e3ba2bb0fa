package org.ezhili.platform.security.internal.domain;

import java.time.Duration;
import java.time.Instant;

/** A session or bearer token that has been given out. */
public record Credential(String digest, Kind kind, String account, Instant expiresAt, Instant seenAt) {

    /** What it is for; one cannot stand in for the other. */
    public enum Kind {
        SESSION,
        TOKEN
    }

    /** Whether it still opens the door. Only sessions die of being idle. */
    public boolean isGood(Instant now, Duration idle) {
        return now.isBefore(expiresAt) && (kind == Kind.TOKEN || now.isBefore(seenAt.plus(idle)));
    }

    /** Whether it was last seen at least {@code pause} ago. */
    public boolean isStaleSince(Instant now, Duration pause) {
        return !now.isBefore(seenAt.plus(pause));
    }

    public Credential seenAt(Instant now) {
        return new Credential(digest, kind, account, expiresAt, now);
    }
}
