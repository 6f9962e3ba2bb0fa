package org.ezhili.points.internal.domain.activities;

import java.time.Instant;
import java.util.Optional;
import org.ezhili.platform.AreaCode;

/**
 * One volunteer in one shift.
 *
 * @param skill for whose seats; empty: a seat for everybody
 * @param minutes served, as far as is known
 * @param countsAt when the hours have been public for long enough
 */
public record Signup(
        long id,
        long activity,
        long shift,
        String skill,
        String account,
        AreaCode street,
        SignupState state,
        Optional<Instant> inAt,
        Optional<Instant> outAt,
        int minutes,
        Optional<Instant> countsAt) {

    /** Names the service in the ledger, for good. */
    public String source() {
        return "checkin:" + id;
    }
}
