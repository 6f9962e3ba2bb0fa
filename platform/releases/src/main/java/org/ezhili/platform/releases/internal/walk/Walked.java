package org.ezhili.platform.releases.internal.walk;

import java.time.Duration;
import java.util.List;

/**
 * A way that was gone to its end.
 *
 * @param took from the first to the last step
 * @param switching while the pointer moved
 * @param draining until what began before had ended
 * @param drained requests under way at the switch
 * @param disturbed bundles of others that were stopped on the way; there must be none
 */
public record Walked(Duration took, Duration switching, Duration draining, long drained, List<String> disturbed) {

    public Walked {
        disturbed = List.copyOf(disturbed);
    }

    /** A way of which nothing is to be told but how long it has taken. */
    public static Walked unseen(Duration took) {
        return new Walked(took, Duration.ZERO, Duration.ZERO, 0, List.of());
    }
}
