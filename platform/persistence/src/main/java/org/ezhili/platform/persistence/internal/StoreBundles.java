package org.ezhili.platform.persistence.internal;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.ezhili.platform.persistence.SchemaTroubles;
import org.ezhili.platform.persistence.internal.events.EventCodec;
import org.ezhili.platform.persistence.internal.events.EventRelay;
import org.ezhili.platform.persistence.internal.nodes.OwnNode;
import org.ezhili.platform.persistence.internal.work.Ledgers;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each bundle that declares {@code Ezhili-Schema} its {@code Database}: first the schema steps, then the service, so
 * that no store ever meets a schema older than itself. While the database is away it tries again.
 */
@Component(
        service = {StoreBundles.class, SchemaTroubles.class},
        immediate = true)
public final class StoreBundles implements BundleTrackerCustomizer<StoreBundle>, SchemaTroubles {

    private static final Logger LOG = LoggerFactory.getLogger(StoreBundles.class);
    private static final String HEADER = "Ezhili-Schema";
    private static final long PAUSE_MILLIS = 1_000;

    /** For so long a database that is just being made, or wakes up, calls nobody. */
    private static final Duration USUAL = Duration.ofSeconds(10);

    private final BundleContext context;
    private final DataSource source;
    private final OwnNode node;
    private final Ledgers ledgers;
    private final EventRelay relay;
    private final JobRunner jobs;
    private final Map<Bundle, String> troubles = new ConcurrentHashMap<>();
    private final Set<Bundle> pending = ConcurrentHashMap.newKeySet();
    private final BundleTracker<StoreBundle> tracker;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> new Thread(task, "ezhili-schema"));

    @Activate
    public StoreBundles(
            BundleContext context,
            @Reference(target = "(osgi.jndi.service.name=ezhili)") DataSource source,
            @Reference OwnNode node,
            @Reference Clock clock,
            @Reference EventRelay relay,
            @Reference JobRunner jobs) {
        this.context = context;
        this.source = source;
        this.node = node;
        this.relay = relay;
        this.jobs = jobs;
        this.ledgers = new Ledgers(node, clock, new EventCodec(), relay::nudge);
        this.tracker = new BundleTracker<>(context, Bundle.ACTIVE | Bundle.STARTING, this);
        worker.execute(this::start);
    }

    /** Nothing serves before this has worked: it is tried until it does, whatever has failed. */
    private void start() {
        long begin = System.nanoTime();
        boolean told = false;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (begun()) {
                    return;
                }
            } catch (SQLException | RuntimeException failure) {
                jobs.stop();
                relay.stop();
                boolean away = failure instanceof SQLException || Causes.isPassing(failure);
                if (!told && (!away || System.nanoTime() - begin > USUAL.toNanos())) {
                    told = true;
                    tell(away, failure);
                }
            }
            pause();
        }
    }

    /** No module meets a node that cannot make ids. */
    private boolean begun() throws SQLException {
        Platform.migrate(context.getBundle(), source);
        if (!node.start(source)) {
            return false;
        }
        relay.start(source);
        jobs.start(source, node.mine().number() + " " + node.mine().name());
        tracker.open();
        return true;
    }

    private static void tell(boolean away, Exception failure) {
        if (away) {
            LOG.warn(
                    "schema {}: the database does not answer, trying again until it does: {}",
                    Platform.SCHEMA,
                    failure.getMessage());
        } else {
            LOG.error("this node cannot begin and serves nothing; it is tried again until it can", failure);
        }
    }

    @Deactivate
    void stop() {
        worker.shutdownNow();
        jobs.stop();
        relay.stop();
        tracker.close();
        node.stop();
    }

    @Override
    public @Nullable StoreBundle addingBundle(Bundle bundle, BundleEvent event) {
        String schema = bundle.getHeaders().get(HEADER);
        if (schema == null) {
            return null;
        }
        StoreBundle store = new StoreBundle(bundle, schema.trim(), ledgers);
        pending.add(bundle);
        worker.execute(() -> {
            boolean taken = insist(schema, () -> store.migrate(source), wrong -> troubles.put(bundle, wrong));
            pending.remove(bundle);
            if (taken) {
                store.open();
            }
        });
        return store;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, StoreBundle store) {
        // STARTING to ACTIVE: nothing new
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, StoreBundle store) {
        store.close();
        troubles.remove(bundle);
        pending.remove(bundle);
        PoolRenewal.begin();
    }

    @Override
    public Optional<String> of(Bundle bundle) {
        return Optional.ofNullable(troubles.get(bundle));
    }

    @Override
    public boolean isPending(Bundle bundle) {
        return pending.contains(bundle);
    }

    /** Tries until it works or this component stops; a schema step that is wrong in itself is given up, and said. */
    private boolean insist(String schema, Migration migration, Consumer<String> given) {
        long begin = System.nanoTime();
        boolean told = false;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                migration.run();
                return true;
            } catch (SQLException away) {
                if (!told && System.nanoTime() - begin > USUAL.toNanos()) {
                    LOG.warn(
                            "schema {}: the database does not answer, trying again until it does: {}",
                            schema,
                            away.getMessage());
                    told = true;
                }
                pause();
            } catch (RuntimeException wrong) {
                if (!Causes.isPassing(wrong)) {
                    LOG.error(
                            "schema {}: a step failed; the module stays away until its bundle is repaired",
                            schema,
                            wrong);
                    given.accept(Causes.first(wrong));
                    return false;
                }
                pause();
            }
        }
        return false;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** One go at a schema. */
    private interface Migration {
        void run() throws SQLException;
    }
}
