package org.ezhili.platform.releases.internal.upgrades;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ezhili.platform.Problem;
import org.ezhili.platform.releases.internal.walk.Stage;

/**
 * How far a node is on its way.
 *
 * @param switching while the pointer moved
 * @param draining until what began before had ended
 * @param drained requests under way at the switch
 * @param disturbed bundles of others that were stopped on the way; there must be none
 * @param problem why it was given up
 */
public record NodeWalk(
        int node,
        String name,
        Stage stage,
        Instant begunAt,
        Optional<Instant> endedAt,
        Duration took,
        Duration switching,
        Duration draining,
        long drained,
        List<String> disturbed,
        Optional<Problem> problem) {

    public NodeWalk {
        disturbed = List.copyOf(disturbed);
    }
}
