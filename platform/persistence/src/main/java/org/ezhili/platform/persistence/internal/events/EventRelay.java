package org.ezhili.platform.persistence.internal.events;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.ezhili.platform.module.Module;
import org.ezhili.platform.module.Quiescing;
import org.ezhili.platform.module.Subscription;
import org.ezhili.platform.persistence.internal.Underway;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings events from the outbox to the live modules' subscriptions: at least once, in order per subject, a slow or failing
 * consumer holding up nobody else. One node of many works for a consumer at a time.
 */
@Component(service = {EventRelay.class, Quiescing.class})
public final class EventRelay implements Quiescing {

    private static final Logger LOG = LoggerFactory.getLogger(EventRelay.class);
    private static final long POLL_MILLIS = 1_000;

    private final Clock clock;
    private final Map<String, Wish> wishes = new ConcurrentHashMap<>();
    private final Underway underway = new Underway();
    private final AtomicBoolean nudged = new AtomicBoolean();
    private boolean away;
    private @Nullable ScheduledExecutorService thread;
    private @Nullable Deliveries deliveries;

    @Activate
    public EventRelay(@Reference Clock clock) {
        this.clock = clock;
    }

    /** A subscription and the module version whose wish it is. */
    private record Wish(Module module, Subscription<?> subscription) {}

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(ezhili.live=true)",
            unbind = "removeModule")
    public void addModule(Module module) {
        module.subscriptions().forEach(wish -> wishes.put(name(module, wish), new Wish(module, wish)));
    }

    public void removeModule(Module module) {
        module.subscriptions()
                .forEach(subscription -> wishes.computeIfPresent(
                        name(module, subscription), (name, wish) -> wish.module() == module ? null : wish));
    }

    public synchronized void start(DataSource source) {
        deliveries = new Deliveries(source, clock, new EventCodec());
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "ezhili-events"));
        started.scheduleWithFixedDelay(this::round, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
        thread = started;
    }

    public synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    /** Something was published: look now instead of at the next poll. */
    public void nudge() {
        ScheduledExecutorService running = thread;
        if (running != null && !wishes.isEmpty() && nudged.compareAndSet(false, true)) {
            try {
                running.execute(this::round);
            } catch (RejectedExecutionException stopping) {
                LOG.debug("the relay is stopping; the event waits in the outbox", stopping);
            }
        }
    }

    private void round() {
        nudged.set(false);
        Deliveries current = deliveries;
        if (current == null) {
            return;
        }
        try {
            boolean more = true;
            while (more && !Thread.currentThread().isInterrupted()) {
                more = current.fanOut(types());
                for (Map.Entry<String, Wish> entry : wishes.entrySet()) {
                    deliver(current, entry.getKey(), entry.getValue());
                }
            }
            tell(false, "");
        } catch (SQLException failure) {
            tell(true, String.valueOf(failure.getMessage()));
        } catch (RuntimeException | LinkageError failure) {
            LOG.error("the event relay met what it does not know; it tries again in a second", failure);
        }
    }

    private void deliver(Deliveries current, String consumer, Wish wish) throws SQLException {
        SQLException[] failure = new SQLException[1];
        underway.work(wish.module(), () -> {
            try {
                current.deliver(consumer, wish.subscription(), () -> wishes.get(consumer) == wish);
            } catch (SQLException away) {
                failure[0] = away;
            }
        });
        if (failure[0] != null) {
            throw failure[0];
        }
    }

    private Map<String, Subscription<?>> types() {
        Map<String, Subscription<?>> types = new HashMap<>();
        wishes.forEach((name, wish) -> types.put(name, wish.subscription()));
        return types;
    }

    @Override
    public boolean quiesce(Duration patience) throws InterruptedException {
        return underway.await(patience);
    }

    @Override
    public void handOver(Module left) {
        underway.interrupt(left);
    }

    /** Says once that the database has gone and once that it is back, however long it takes. */
    private void tell(boolean isAway, String cause) {
        if (isAway && !away) {
            LOG.warn("the database does not answer; events and jobs wait until it does: {}", cause);
        } else if (!isAway && away) {
            LOG.info("the database answers again; events and jobs go on");
        }
        away = isAway;
    }

    private static String name(Module module, Subscription<?> wish) {
        return module.info().id() + "." + wish.name();
    }
}
