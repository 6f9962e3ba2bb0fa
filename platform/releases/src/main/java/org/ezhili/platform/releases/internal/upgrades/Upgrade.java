package org.ezhili.platform.releases.internal.upgrades;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ezhili.platform.releases.internal.walk.Step;

/**
 * A walk of modules from versions to others, gone by one node after the other.
 *
 * @param back whether it is a roll-back
 * @param calledOff whether somebody has asked to give it up
 * @param turn number of the node whose turn it is, or {@link #NOBODY}
 * @param nodes how far each node is that has begun
 */
public record Upgrade(
        long id,
        boolean back,
        State state,
        List<Step> steps,
        boolean calledOff,
        String askedBy,
        Instant askedAt,
        Optional<Instant> endedAt,
        int turn,
        List<NodeWalk> nodes) {

    /** No node's number. */
    public static final int NOBODY = -1;

    public Upgrade {
        steps = List.copyOf(steps);
        nodes = List.copyOf(nodes);
    }

    /** Open until the last node has come to its end. */
    public enum State {
        OPEN,
        DONE,
        FAILED
    }

    public Optional<NodeWalk> of(int node) {
        return nodes.stream().filter(walk -> walk.node() == node).findFirst();
    }
}
