package org.ezhili.platform.persistence.internal.events;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.ezhili.platform.DomainEvent;
import org.ezhili.platform.module.Module;
import org.ezhili.platform.module.ModuleInfo;
import org.ezhili.platform.module.Quiescing;
import org.ezhili.platform.module.Subscription;
import org.ezhili.platform.module.Switches;
import org.ezhili.platform.persistence.internal.Underway;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings events from the outbox to the live modules' subscriptions: at least once, in order per subject. Each consumer has a
 * lane of its own, so that one that is slow, stuck or failing holds up nobody else. One node of many works for a consumer at
 * a time; when it dies another takes over.
 */
@Component(service = {EventRelay.class, Quiescing.class})
public final class EventRelay implements Quiescing {

    private static final Logger LOG = LoggerFactory.getLogger(EventRelay.class);
    private static final long POLL_MILLIS = 1_000;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);

    private final Clock clock;
    private final Map<String, Wish> wishes = new ConcurrentHashMap<>();
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final Underway underway = new Underway();
    private final AtomicBoolean nudged = new AtomicBoolean();
    private final DatabaseWatch watch = new DatabaseWatch();
    private volatile @Nullable Switches switches;
    private volatile boolean stopping;
    private @Nullable ScheduledExecutorService thread;
    private @Nullable ExecutorService threads;
    private @Nullable Deliveries deliveries;

    @Activate
    public EventRelay(@Reference Clock clock) {
        this.clock = clock;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            unbind = "removeSwitches")
    public void addSwitches(Switches present) {
        switches = present;
    }

    public void removeSwitches(Switches gone) {
        if (switches == gone) {
            switches = null;
        }
    }

    /** A subscription and the module version whose wish it is. */
    private record Wish(Module module, Subscription<?> subscription) {}

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(ezhili.live=true)",
            unbind = "removeModule")
    public void addModule(Module module) {
        module.subscriptions()
                .forEach(wish -> wishes.put(name(module, wish), new Wish(module, whereItIsOn(module, wish))));
        nudge();
    }

    /** A module that is off for a street is not told what happens there, then or later. */
    private <E extends DomainEvent> Subscription<E> whereItIsOn(Module module, Subscription<E> wish) {
        ModuleInfo info = module.info();
        return new Subscription<>(wish.name(), wish.type(), delivery -> {
            Switches present = switches;
            boolean isOff = present != null
                    && info.switchable()
                    && !present.isOn(info.id(), delivery.event().area());
            if (!isOff) {
                wish.handler().accept(delivery);
            }
        });
    }

    public void removeModule(Module module) {
        module.subscriptions()
                .forEach(subscription -> wishes.computeIfPresent(
                        name(module, subscription), (name, wish) -> wish.module() == module ? null : wish));
    }

    public synchronized void start(DataSource source) {
        stopping = false;
        deliveries = new Deliveries(source, clock, new EventCodec());
        threads = Executors.newCachedThreadPool(task -> new Thread(task, "ezhili-event-lane"));
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "ezhili-events"));
        started.scheduleWithFixedDelay(this::round, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
        thread = started;
    }

    /** What is being delivered may end; what is not begun waits for the next start, or for another node. */
    public synchronized void stop() {
        stopping = true;
        if (thread != null) {
            end(thread);
            thread = null;
        }
        if (threads != null) {
            end(threads);
            threads = null;
        }
        lanes.clear();
    }

    private static void end(ExecutorService executor) {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
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
            while (more && !stopping) {
                more = current.fanOut(types());
                wake(current);
            }
            if (lanes.values().stream().anyMatch(Lane::isWorking)) {
                current.keepHolds();
            }
            watch.answered();
        } catch (SQLException failure) {
            watch.failed(failure);
        } catch (RuntimeException | LinkageError failure) {
            LOG.error("the event relay met what it does not know; it tries again in a second", failure);
        }
    }

    private void wake(Deliveries current) throws SQLException {
        ExecutorService running = threads;
        if (running == null || wishes.isEmpty()) {
            return;
        }
        for (String consumer : current.withWork()) {
            if (wishes.containsKey(consumer)) {
                lanes.computeIfAbsent(consumer, name -> new Lane(running, () -> deliver(current, name)))
                        .wake();
            }
        }
    }

    /** On the consumer's lane. */
    private void deliver(Deliveries current, String consumer) {
        Wish wish = wishes.get(consumer);
        if (wish == null) {
            return;
        }
        underway.work(wish.module(), () -> {
            try {
                boolean more = true;
                while (more && !stopping) {
                    more = current.deliver(consumer, wish.subscription(), () -> goesOn(consumer, wish));
                }
            } catch (SQLException failure) {
                if (!Thread.currentThread().isInterrupted()) {
                    watch.failed(failure);
                }
            } catch (RuntimeException | LinkageError failure) {
                LOG.error("delivering to {} met what the relay does not know; it is tried again", consumer, failure);
            }
        });
        if (wishes.get(consumer) != wish) {
            nudge();
        }
    }

    /** Asked before each event: a lane may have work without end, and a switch waits for no more than the event it is at. */
    private boolean goesOn(String consumer, Wish wish) {
        underway.breathe();
        return !stopping && wishes.get(consumer) == wish;
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

    private static String name(Module module, Subscription<?> wish) {
        return module.info().id() + "." + wish.name();
    }
}
