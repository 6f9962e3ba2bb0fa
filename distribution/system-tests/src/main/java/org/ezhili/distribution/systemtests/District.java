package org.ezhili.distribution.systemtests;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A district's installation: the assembled distribution, unpacked, with data, ports and a database of its own, run as district
 * IT runs it: on one node, or on several behind a load balancer. It can be killed and started again on what it has kept.
 */
public final class District implements AutoCloseable {

    /** What was changed on one node every node knows after this. */
    private static final Duration SEEN_EVERYWHERE = Duration.ofMillis(1_000);

    private final Path folder;
    private final List<DistrictNode> nodes = new ArrayList<>();
    private final Database database;
    private final DistrictLog log;
    private final Map<Person, Client> signedIn = new ConcurrentHashMap<>();
    private @Nullable Balancer balancer;

    private District(Path folder, Database database, int count) {
        this.folder = folder;
        this.database = database;
        try {
            remove(folder);
            for (int i = 1; i <= count; i++) {
                nodes.add(DistrictNode.install(count == 1 ? folder : folder.resolve("node" + i), database));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.log = new DistrictLog(nodes.stream().map(DistrictNode::logFile).toList());
        if (count > 1) {
            for (int i = 1; i <= count; i++) {
                nodes.get(i - 1).set("EZHILI_NODE_NAME", "node" + i);
                nodes.get(i - 1).set("EZHILI_BLOBS", folder.resolve("blobs").toString());
            }
        }
    }

    /** Installs the distribution in {@code folder}, anew, on {@code database}. */
    public static District install(Path folder, Database database) {
        return new District(folder.toAbsolutePath(), database, 1);
    }

    /** Before the start: a property of every node, in the file that district IT writes it to. */
    public District with(String property, String value) {
        nodes.forEach(node -> node.with(property, value));
        return this;
    }

    /** The same on so many nodes, behind a load balancer, with one folder for photos. */
    public static District onNodes(int count, Path folder, Database database) {
        return new District(folder.toAbsolutePath(), database, count);
    }

    /** It is to be the demo district, with so many past matters: its bundle is started with the others, as ./run does. */
    public District withDemo(int pastMatters) {
        try {
            nodes.get(0).demo(pastMatters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** District IT may use the shell, with a password of this district alone. */
    public District withShell() {
        try {
            for (DistrictNode node : nodes) {
                node.withShell();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** What the first node's shell says to a command. */
    public String shell(String command) {
        return nodes.get(0).shell(command);
    }

    /** It is to run as long as districts do: nothing is done for a quick start. */
    public District forTheLongRun() {
        nodes.forEach(node -> node.javaOptions(""));
        return this;
    }

    /** A file of the first node's configuration. */
    public Path etc(String file) {
        return nodes.get(0).etc(file);
    }

    /** Where the first node keeps its data. */
    public Path data() {
        return nodes.get(0).data();
    }

    /** Writes a file of the configuration on every node. */
    public void configure(String file, String text) {
        for (DistrictNode node : nodes) {
            try {
                Files.writeString(node.etc(file), text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The logs of all nodes. */
    public DistrictLog log() {
        return log;
    }

    public List<DistrictNode> nodes() {
        return nodes;
    }

    /** Of the balancer, if there is one, else of the node. */
    public URI address() {
        return balancer == null ? nodes.get(0).address() : balancer.address();
    }

    /** Starts every node that does not run and waits until it serves, and until the demo data are there if it is to have them. */
    public District start() {
        for (DistrictNode node : nodes) {
            if (!node.isRunning()) {
                node.start();
            }
        }
        if (nodes.size() > 1 && balancer == null) {
            balancer = new Balancer(folder.resolve("balancer"), nodes);
        }
        return this;
    }

    public boolean isUp() {
        return nodes.stream().allMatch(DistrictNode::isUp);
    }

    /** Ends all nodes in the middle of whatever they do, as a power cut would. */
    public void kill() {
        nodes.forEach(DistrictNode::kill);
    }

    /** The power goes when this time has passed, in the middle of whatever the nodes do. */
    public void killAfter(Duration time) {
        await().pollDelay(time).atMost(time.plusMinutes(1)).until(() -> true);
        kill();
    }

    /** Asks the nodes to stop and waits until they have. */
    public void stop() {
        nodes.forEach(DistrictNode::stop);
    }

    /** Has the Java of each node collect its garbage now. */
    public void collectGarbage() {
        nodes.forEach(DistrictNode::collectGarbage);
    }

    public Client nobody() {
        Client anyone = Client.at(address());
        return nodes.size() == 1 ? anyone : anyone.waitingAfterChanges(SEEN_EVERYWHERE);
    }

    /** This person with a bearer token, the same one at every call. */
    public Client as(Person person) {
        return signedIn.computeIfAbsent(person, somebody -> nobody().signedIn(somebody.account(), Person.PASSWORD));
    }

    @Override
    public void close() {
        if (balancer != null) {
            balancer.close();
        }
        nodes.stream().filter(DistrictNode::isRunning).forEach(DistrictNode::stop);
        database.close();
    }

    static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
