package org.ezhili.platform.persistence.internal.nodes;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.ezhili.platform.Ids;
import org.ezhili.platform.Node;
import org.ezhili.platform.Nodes;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.persistence.internal.nodes.NodeTable.Held;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node among those on one database: claims a number at the start, says every few seconds that it is still there, gives
 * the number back at the end. Without a number there are no ids.
 */
@Component(service = {Nodes.class, Ids.class, OwnNode.class})
public final class OwnNode implements Nodes, Ids {

    /** How long a number stays taken after its node was last heard of. */
    static final Duration HOLD = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(OwnNode.class);
    private static final long AGAIN_SECONDS = 3;

    /** Ids run ahead of the clock when more than 4,096 are made in a millisecond; never as far as this. */
    private static final Duration AHEAD = Duration.ofSeconds(1);

    private final Clock clock;
    private final Optional<NodeName> told;
    private final String owner = UUID.randomUUID().toString();
    private volatile @Nullable Mine mine;
    private volatile @Nullable NodeTable table;
    private @Nullable ScheduledExecutorService thread;
    private @Nullable Instant rivalSeen;
    private boolean away;
    private boolean refused;

    @Activate
    public OwnNode(BundleContext context, @Reference Clock clock) {
        this(named(context), clock);
    }

    public OwnNode(NodeName told, Clock clock) {
        this(Optional.of(told), clock);
    }

    private OwnNode(Optional<NodeName> told, Clock clock) {
        this.told = told;
        this.clock = clock;
    }

    private static Optional<NodeName> named(BundleContext context) {
        try {
            return Optional.of(
                    NodeName.of(context.getProperty("ezhili.node.name"), context.getProperty("ezhili.node")));
        } catch (IllegalArgumentException wrong) {
            LOG.error("{}. This node makes no ids and serves nothing until that is put right", wrong.getMessage());
            return Optional.empty();
        }
    }

    /** A number and the ids made with it. */
    private record Mine(Held held, NumberedIds ids) {}

    /**
     * Asks for a number, once.
     *
     * @return whether there is one now; if not, why was said in the log
     */
    public synchronized boolean start(DataSource source) throws SQLException {
        NodeTable asked = new NodeTable(source);
        if (mine == null && told.isPresent()) {
            mine = claim(asked, told.get()).orElse(null);
        }
        if (mine == null) {
            return false;
        }
        table = asked;
        if (thread == null) {
            thread = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "ezhili-node"));
            thread.scheduleWithFixedDelay(this::round, AGAIN_SECONDS, AGAIN_SECONDS, TimeUnit.SECONDS);
        }
        return true;
    }

    /** Gives the number back; from now on there are no ids. */
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
        Mine held = mine;
        NodeTable written = table;
        mine = null;
        table = null;
        if (held == null || written == null) {
            return;
        }
        Instant end = now().plus(AHEAD);
        held.ids().until(end);
        try {
            written.keep(held.held().node().number(), owner, now(), end);
        } catch (SQLException gone) {
            LOG.debug("the number stays taken for {} seconds", HOLD.toSeconds(), gone);
        }
    }

    private void round() {
        try {
            renew();
        } catch (RuntimeException unknown) {
            LOG.error("this node's number could not be renewed; it is tried again", unknown);
        }
    }

    /** Says that this node is still there; one that has lost its number claims another. */
    public synchronized void renew() {
        NodeTable written = table;
        if (written == null) {
            return;
        }
        try {
            Mine held = mine;
            if (held == null || !kept(written, held)) {
                mine = null;
                mine = claim(written, told.orElseThrow()).orElse(null);
            }
            away = false;
        } catch (SQLException failure) {
            if (!away) {
                LOG.warn(
                        "this node makes ids for {} seconds at most, then none until the database answers: {}",
                        HOLD.toSeconds(),
                        String.valueOf(failure.getMessage()));
            }
            away = true;
        }
    }

    private boolean kept(NodeTable written, Mine held) throws SQLException {
        Node node = held.held().node();
        Instant seen = now();
        Instant until = latest(held.held().idsUntil(), seen.plus(HOLD));
        if (!written.keep(node.number(), owner, seen, until)) {
            held.ids().until(Instant.EPOCH);
            LOG.error(
                    "node number {} was taken by another node while this one was not heard of;"
                            + " this one takes another number. Look at the clocks of the machines if it happens again",
                    node.number());
            return false;
        }
        held.ids().until(until);
        mine = new Mine(new Held(new Node(node.number(), node.name(), node.since(), seen), owner, until), held.ids());
        return true;
    }

    private Optional<Mine> claim(NodeTable asked, NodeName name) throws SQLException {
        Instant now = now();
        Optional<Integer> number =
                name.number().isPresent() ? name.number() : FreeNumber.among(asked.all(), name.name(), now);
        if (number.isEmpty()) {
            refuse("all 1024 node numbers are taken; this node makes no ids");
            return Optional.empty();
        }
        Held wish = new Held(new Node(number.get(), name.name(), now, now), owner, now.plus(HOLD));
        if (!asked.take(wish)) {
            if (name.number().isPresent()) {
                rival(asked, number.get());
            }
            return Optional.empty();
        }
        LOG.info("this is node {}, {}", number.get(), name.name());
        refused = false;
        return Optional.of(new Mine(wish, new NumberedIds(number.get(), clock, now, wish.idsUntil())));
    }

    /** A number that was left by a node that died becomes free by itself; one whose node goes on is somebody else's. */
    private void rival(NodeTable asked, int number) throws SQLException {
        Optional<Held> rival = asked.find(number);
        if (rival.isEmpty()) {
            return;
        }
        Instant seen = rival.get().node().seen();
        if (rivalSeen != null && seen.isAfter(rivalSeen)) {
            refuse(
                    "node number " + number + " belongs to node "
                            + rival.get().node().name()
                            + ", which is alive: this node makes no ids and serves nothing. Give it another EZHILI_NODE, or none");
        } else if (rivalSeen == null) {
            LOG.warn(
                    "node number {} is still held, until {}; waiting for it",
                    number,
                    rival.get().idsUntil());
        }
        rivalSeen = seen;
    }

    private void refuse(String why) {
        if (!refused) {
            LOG.error(why);
        }
        refused = true;
    }

    @Override
    public long next() {
        return held().ids().next();
    }

    @Override
    public Node mine() {
        return held().held().node();
    }

    private Mine held() {
        Mine held = mine;
        if (held == null) {
            throw new ProblemException(Problem.unavailable("node-number", 3));
        }
        return held;
    }

    @Override
    public List<Node> present() {
        NodeTable written = table;
        if (written == null) {
            throw new ProblemException(Problem.unavailable("database-away", 3));
        }
        try {
            Instant now = now();
            return written.all().stream()
                    .filter(held -> !held.isFreeAt(now))
                    .map(Held::node)
                    .toList();
        } catch (SQLException gone) {
            throw new ProblemException(Problem.unavailable("database-away", 3));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
