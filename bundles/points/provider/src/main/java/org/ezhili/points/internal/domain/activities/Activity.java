package org.ezhili.points.internal.domain.activities;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ezhili.platform.AreaCode;

/**
 * Something to do at a place.
 *
 * @param category of the service: what the street's rules go by
 * @param fence metres around the spot within which one checks in
 * @param reason why it was cancelled; empty while it was not
 */
public record Activity(
        long id,
        AreaCode area,
        String title,
        String description,
        String category,
        Spot spot,
        int fence,
        String publisher,
        Instant publishedAt,
        Optional<String> reason,
        List<Shift> shifts) {

    public Activity {
        shifts = List.copyOf(shifts);
    }

    public AreaCode street() {
        return area.street().orElseThrow();
    }

    public boolean isCancelled() {
        return reason.isPresent();
    }

    public Optional<Shift> shift(long id) {
        return shifts.stream().filter(shift -> shift.id() == id).findFirst();
    }

    public boolean isWithinFence(Spot at) {
        return spot.metresTo(at) <= fence;
    }
}
