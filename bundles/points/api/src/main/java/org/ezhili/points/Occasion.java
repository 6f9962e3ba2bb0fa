package org.ezhili.points;

import java.time.Instant;
import org.ezhili.platform.AreaCode;

/**
 * Something for which a street may give points.
 *
 * @param kind for what
 * @param category of the service, of the matter …; empty when there is none. At most 40 characters
 * @param owner account of who earned it
 * @param street whose rules and budget count
 * @param quantity minutes of {@link OccasionKind#SERVICE}; a count of everything else, at least 1
 * @param at when it was earned: the rules of that day count
 * @param source what it was, for instance {@code matter:512…}; kind and source together name the occasion for good. At most 80
 *     visible ASCII characters
 */
public record Occasion(
        OccasionKind kind, String category, String owner, AreaCode street, long quantity, Instant at, String source) {

    public Occasion {
        if (street.street().filter(street::equals).isEmpty()) {
            throw new IllegalArgumentException("points are given by streets: " + street);
        }
        if (quantity < 1 || quantity > 1_000_000) {
            throw new IllegalArgumentException("not a quantity: " + quantity);
        }
        if (source.isEmpty() || source.length() > 80 || !source.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("not a source");
        }
    }
}
