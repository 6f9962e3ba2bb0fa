package org.ezhili.points.internal.domain.activities;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ezhili.platform.AreaCode;

/**
 * Somebody who serves in a street.
 *
 * @param area the street, or one community of it: whose office decides
 * @param kind person, staff or unit
 * @param minutes served in this street that count
 * @param reason why they were refused
 */
public record Volunteer(
        long id,
        String account,
        AreaCode area,
        String kind,
        VolunteerState state,
        List<String> skills,
        long minutes,
        Instant appliedAt,
        Optional<String> reason) {

    public Volunteer {
        skills = List.copyOf(skills);
    }

    public AreaCode street() {
        return area.street().orElseThrow();
    }
}
