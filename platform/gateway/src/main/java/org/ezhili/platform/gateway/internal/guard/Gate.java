package org.ezhili.platform.gateway.internal.guard;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import javax.servlet.http.HttpServletRequest;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;

/**
 * Counts the requests into one version of a module, and out of it. Whoever finds it full waits for a moment without a thread; the
 * version is full with its limit, or with half as many as there are threads free, so that however many modules are stuck there are
 * threads left for the others; with fewer while it takes the processor from the others.
 */
public final class Gate {

    /** However crowded the door is, a module gets one in. */
    private static final int LEAST = 1;

    private static final int COME_AGAIN_SECONDS = 1;

    private final Limits limits;
    private final Crowd crowd;
    private final Circuit circuit;
    private final WaitingLine line;
    private final Appetite appetite = new Appetite();
    private final AtomicInteger inside = new AtomicInteger();
    private final LongAdder ended = new LongAdder();
    private final LongAdder turnedAway = new LongAdder();

    public Gate(Limits limits, Crowd crowd) {
        this(limits, crowd, System::nanoTime);
    }

    Gate(Limits limits, Crowd crowd, LongSupplier nanos) {
        this.limits = limits;
        this.crowd = crowd;
        this.circuit = new Circuit(nanos);
        this.line = new WaitingLine(limits);
    }

    /**
     * Counts a request in; it must leave. False when it has to wait and will be dispatched once more.
     *
     * @throws ProblemException 503 when it must not even wait
     */
    public boolean enter(HttpServletRequest request) {
        if (WaitingLine.claim(request, this)) {
            return true;
        }
        long seconds = circuit.refusedFor();
        if (seconds > 0) {
            throw turnAway("module-unwell", seconds);
        }
        boolean hasWaited = WaitingLine.hasWaited(request);
        if ((hasWaited || line.isEmpty()) && take()) {
            return true;
        }
        if (inside.get() >= room()) {
            circuit.full(ended.sum());
        }
        if (!circuit.isClosed()) {
            circuit.notTried();
            throw turnAway("module-unwell", COME_AGAIN_SECONDS);
        }
        if (hasWaited || !line.join(request)) {
            throw turnAway("module-busy", COME_AGAIN_SECONDS);
        }
        admitWaiting();
        return false;
    }

    private ProblemException turnAway(String code, long seconds) {
        turnedAway.increment();
        return new ProblemException(Problem.unavailable(code, seconds));
    }

    /** Never more than there may be, not even for a moment: who finds it full then relies on those inside to call it in. */
    private boolean take() {
        int mine = inside.get();
        while (mine < most()) {
            if (inside.compareAndSet(mine, mine + 1)) {
                crowd.enter();
                return true;
            }
            mine = inside.get();
        }
        return false;
    }

    private int most() {
        return Math.min(room(), appetite.atOnce());
    }

    /** As many as there may be if the processor were no matter: with fewer inside, none of whom gets out, nobody need be stuck. */
    private int room() {
        return Math.min(limits.underWay(), Math.max(LEAST, (limits.threads() - crowd.size()) / 2));
    }

    private void giveBack() {
        crowd.leave();
        inside.decrementAndGet();
    }

    /** @param failed whether the module is to blame for how the request ended */
    public void leave(boolean failed) {
        ended.increment();
        giveBack();
        circuit.ended(failed, ended::sum);
        admitWaiting();
    }

    /** One who was let in after having waited turned elsewhere. */
    void leaveUnused() {
        giveBack();
        admitWaiting();
    }

    /** Goes on until nobody waits or it is full: who has just joined the line may have looked while the place was taken here. */
    void admitWaiting() {
        while (!line.isEmpty() && take()) {
            if (!line.callNext(this)) {
                giveBack();
                Thread.onSpinWait();
            }
        }
    }

    /** Sends all who wait to look for another version. */
    public void dismiss() {
        line.dismiss();
    }

    public boolean isWell() {
        return circuit.isClosed();
    }

    public int underWay() {
        return inside.get();
    }

    /** Requests under way and those that wait for a place. */
    int wanted() {
        return inside.get() + line.length();
    }

    Appetite appetite() {
        return appetite;
    }

    public long turnedAway() {
        return turnedAway.sum();
    }
}
