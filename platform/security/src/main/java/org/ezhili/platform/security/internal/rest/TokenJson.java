package org.ezhili.platform.security.internal.rest;

import java.time.Instant;

/** A bearer token, shown this one time. */
public record TokenJson(String token, Instant expiresAt) {

    @Override
    public String toString() {
        return "TokenJson[hidden]";
    }
}
