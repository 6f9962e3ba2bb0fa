package org.ezhili.matters;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ezhili.platform.AreaCode;

/**
 * A matter that was worked on elsewhere, with its history.
 *
 * @param reference what the other system calls it, 1 to 80 characters; a reference that is known is not loaded again
 * @param category code of a category of the second level
 * @param description what is the matter, 1 to 2,000 characters
 * @param area where; a code of the area tree
 * @param point where exactly, if that is known
 * @param reporter account of who reported it
 * @param reportedAt when it was reported; its deadline is reckoned from here
 * @param steps what was done since, in order; empty for a matter that nobody has touched
 */
public record PastMatter(
        String reference,
        String category,
        String description,
        AreaCode area,
        Optional<Point> point,
        String reporter,
        Instant reportedAt,
        List<PastStep> steps) {

    public PastMatter {
        steps = List.copyOf(steps);
    }

    /**
     * A point on the ground, WGS 84 degrees.
     *
     * @param lon -180 to 180
     * @param lat -90 to 90
     */
    public record Point(double lon, double lat) {}
}
