package org.ezhili.platform.releases.internal.upgrades;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.ezhili.platform.Node;
import org.ezhili.platform.Nodes;
import org.ezhili.platform.Problem;
import org.ezhili.platform.releases.internal.store.UpgradeStore;
import org.ezhili.platform.releases.internal.upgrades.Upgrade.State;
import org.ezhili.platform.releases.internal.walk.NotWalkedException;
import org.ezhili.platform.releases.internal.walk.Progress;
import org.ezhili.platform.releases.internal.walk.Shelf;
import org.ezhili.platform.releases.internal.walk.Stage;
import org.ezhili.platform.releases.internal.walk.Walk;
import org.ezhili.platform.releases.internal.walk.Walked;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The nodes go an open walk one after the other: each takes the turn when nobody who is there has it, goes its way, and notes
 * how far it is. A node that was killed on its way goes on when it is back, or the others go on without it. The first that
 * cannot go ends the walk for all; those that have gone already walk back to what is wanted.
 */
@Component(service = Turns.class)
public final class Turns {

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    private final UpgradeStore store;
    private final Ends ends;
    private final Walk walk;
    private final Shelf shelf;
    private final Nodes nodes;
    private final Clock clock;

    @Activate
    public Turns(
            @Reference UpgradeStore store,
            @Reference Ends ends,
            @Reference Walk walk,
            @Reference Shelf shelf,
            @Reference Nodes nodes,
            @Reference Clock clock) {
        this.store = store;
        this.ends = ends;
        this.walk = walk;
        this.shelf = shelf;
        this.nodes = nodes;
        this.clock = clock;
    }

    /** Takes what turns there are for this node. True when no walk is open any more. */
    boolean take() throws InterruptedException {
        boolean atRest = true;
        for (Upgrade open : store.open()) {
            Node mine = nodes.mine();
            List<Integer> present = nodes.present().stream().map(Node::number).toList();
            boolean over = isDone(open, mine.number()) ? close(open, present) : go(open, mine, present);
            atRest &= over;
        }
        return atRest;
    }

    private static boolean isDone(Upgrade open, int node) {
        return open.of(node).filter(walked -> walked.stage() == Stage.DONE).isPresent();
    }

    /** When every node that is there has come to its end, so has the walk. */
    private boolean close(Upgrade open, List<Integer> present) {
        if (open.calledOff()) {
            ends.end(open, State.FAILED, "called-off");
            return true;
        }
        boolean all = present.stream().allMatch(node -> isDone(open, node));
        if (all) {
            ends.end(open, State.DONE, "done");
        }
        return all;
    }

    private boolean go(Upgrade open, Node mine, List<Integer> present) throws InterruptedException {
        boolean standing =
                open.steps().stream().allMatch(step -> walk.at(step.module()).isPresent());
        boolean free = open.turn() == Upgrade.NOBODY || open.turn() == mine.number() || !present.contains(open.turn());
        if (!standing || !free || !store.claim(open.id(), open.turn(), mine.number())) {
            return false;
        }
        Told told = new Told(open, mine, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        try {
            told.done(isThere(open) ? walk.finish(open.steps()) : walk.go(open.steps(), open.back(), shelf, told));
            store.endTurn(open.id());
            return close(store.find(open.id()).orElseThrow(), present);
        } catch (NotWalkedException refused) {
            told.failed(refused.why());
            LOG.warn("upgrade {} is given up: {}", open.id(), refused.getMessage());
            ends.end(open, State.FAILED, refused.why().code());
            return true;
        }
    }

    /** It was switched already when the node was killed. */
    private boolean isThere(Upgrade open) {
        return open.steps().stream()
                .allMatch(
                        step -> walk.at(step.module()).filter(step.to()::equals).isPresent());
    }

    /** Writes down how far this node is, for whoever watches. */
    private final class Told implements Progress {

        private final Upgrade upgrade;
        private final Node node;
        private final Instant begun;
        private Stage stage = Stage.WAITING;

        Told(Upgrade upgrade, Node node, Instant begun) {
            this.upgrade = upgrade;
            this.node = node;
            this.begun = begun;
        }

        @Override
        public void reached(Stage now) {
            stage = now;
            if (now != Stage.DONE) {
                note(Optional.empty(), Walked.unseen(Duration.ZERO), Optional.empty());
            }
        }

        @Override
        public boolean isCalledOff() {
            return store.find(upgrade.id()).filter(Upgrade::calledOff).isPresent();
        }

        void done(Walked walked) {
            stage = Stage.DONE;
            note(Optional.of(now()), walked, Optional.empty());
        }

        void failed(Problem why) {
            stage = Stage.FAILED;
            note(Optional.of(now()), Walked.unseen(Duration.between(begun, now())), Optional.of(why));
        }

        private Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.MILLIS);
        }

        private void note(Optional<Instant> ended, Walked walked, Optional<Problem> why) {
            store.note(
                    upgrade.id(),
                    new NodeWalk(
                            node.number(),
                            node.name(),
                            stage,
                            begun,
                            ended,
                            walked.took(),
                            walked.switching(),
                            walked.draining(),
                            walked.drained(),
                            walked.disturbed(),
                            why));
        }
    }
}
