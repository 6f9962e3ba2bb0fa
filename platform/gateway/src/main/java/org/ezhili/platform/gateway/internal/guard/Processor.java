package org.ezhili.platform.gateway.internal.guard;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one module from taking the processor from the others. As long as there is some left it does nothing. When it is full, the
 * module that asks for most gets fewer requests in at a time, half as many with every look, down to one; when there is some left
 * again, or it turns out that its requests wait for something else than the processor, a quarter more with every look.
 */
@Component(service = Processor.class)
public final class Processor {

    private static final Logger LOG = LoggerFactory.getLogger(Processor.class);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final double FULL = 0.9;

    /** Who asks for most asks for so many times as much as the next. */
    private static final int MORE_THAN_OTHERS = 2;

    /** Who asks for less than so many times as much as there are cores is no flood. */
    private static final int FLOOD = 4;

    /** Who takes less than this part of what all modules take is not to blame, nor who takes less than half a core. */
    private static final int PART = 4;

    private static final int CORE_PART = 2;

    private final Limits limits;
    private final ProcessorTimes times;
    private final ScheduledExecutorService clock;
    private final Map<Gate, String> gates = new ConcurrentHashMap<>();
    private final Map<Thread, Stint> stints = new ConcurrentHashMap<>();
    private volatile boolean isWatching;
    private long lookedAt;
    private long processBefore;

    @Activate
    public Processor(@Reference Limits limits) {
        this(limits, new JavaTimes());
        clock.scheduleWithFixedDelay(this::look, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks only when told. */
    Processor(Limits limits, ProcessorTimes times) {
        this.limits = limits;
        this.times = times;
        this.lookedAt = times.now();
        this.clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "ezhili-processor");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Deactivate
    void stop() {
        clock.shutdownNow();
    }

    /** From now on the requests behind the module's gate are seen. */
    public void watch(Gate gate, String module) {
        gates.put(gate, module);
    }

    public void forget(Gate gate) {
        gates.remove(gate);
    }

    /** This thread now works for a request behind the gate, until the stint is closed, in the same thread. */
    public Stint begin(Gate gate) {
        Stint stint = new Stint(gate);
        stints.put(stint.thread, stint);
        return stint;
    }

    /** A thread's work for one request. Its times are only taken while the processor is watched. */
    public final class Stint implements AutoCloseable {
        private static final long UNKNOWN = -1;

        private final Thread thread = Thread.currentThread();
        private final Gate gate;
        private volatile long start;

        Stint(Gate gate) {
            this.gate = gate;
            this.start = isWatching ? times.of(thread) : UNKNOWN;
        }

        private long soFar() {
            long now = times.of(thread);
            if (start == UNKNOWN) {
                start = now;
            }
            return Math.max(0, now - start);
        }

        @Override
        public void close() {
            stints.remove(thread, this);
            if (start != UNKNOWN) {
                gate.appetite().took(soFar());
            }
        }
    }

    void look() {
        try {
            lookOnce();
        } catch (RuntimeException failed) {
            LOG.warn("how the modules share the processor could not be seen this time: {}", failed.toString());
        }
    }

    private void lookOnce() {
        long now = times.now();
        long elapsed = Math.max(1, now - lookedAt);
        long process = times.ofProcess();
        boolean half = (process - processBefore) * 2 >= elapsed * times.cores();
        lookedAt = now;
        processBefore = process;
        boolean wasWatching = isWatching;
        boolean full = limits.sharesProcessor() && half && times.load() >= FULL;
        isWatching =
                full || gates.keySet().stream().anyMatch(gate -> gate.appetite().isNarrow());
        if (!isWatching) {
            return;
        }
        Map<Gate, Long> taken = taken();
        long all = taken.values().stream().mapToLong(Long::longValue).sum();
        taken.forEach((gate, nanos) -> {
            if (gate.appetite().isNarrow() && (!full || nanos == all || waits(gate, nanos, elapsed))) {
                widen(gate);
            }
        });
        if (full && wasWatching) {
            greedy(taken, all, elapsed).ifPresent(this::narrow);
        }
    }

    private Map<Gate, Long> taken() {
        Map<Gate, Long> running = new HashMap<>();
        stints.values().forEach(stint -> running.merge(stint.gate, stint.soFar(), Long::sum));
        Map<Gate, Long> taken = new HashMap<>();
        gates.keySet().forEach(gate -> taken.put(gate, gate.appetite().sinceLastAsked(running.getOrDefault(gate, 0L))));
        return taken;
    }

    private static boolean waits(Gate gate, long taken, long elapsed) {
        return gate.wanted() > gate.underWay() && gate.appetite().isSmall(taken, elapsed);
    }

    /** Who asks for most by far, takes its part, and is not alone. */
    private Optional<Gate> greedy(Map<Gate, Long> taken, long all, long elapsed) {
        return taken.keySet().stream()
                .max(Comparator.comparingInt(Gate::wanted))
                .filter(most -> most.wanted() >= FLOOD * times.cores())
                .filter(most -> taken.keySet().stream()
                        .allMatch(gate -> gate == most || gate.wanted() * MORE_THAN_OTHERS <= most.wanted()))
                .filter(most -> takesItsPart(taken.getOrDefault(most, 0L), all, elapsed));
    }

    private static boolean takesItsPart(long mine, long all, long elapsed) {
        return mine < all && mine * PART >= all && mine * CORE_PART >= elapsed;
    }

    private void narrow(Gate gate) {
        boolean wasFree = !gate.appetite().isNarrow();
        gate.appetite().halve(gate.underWay());
        if (wasFree) {
            LOG.info(
                    "{} takes the processor from the other modules; fewer of its requests are let in", gates.get(gate));
        }
    }

    private void widen(Gate gate) {
        gate.appetite().widen(limits.underWay());
        if (!gate.appetite().isNarrow()) {
            LOG.info("{} takes its full number of requests again", gates.get(gate));
        }
        gate.admitWaiting();
    }
}
