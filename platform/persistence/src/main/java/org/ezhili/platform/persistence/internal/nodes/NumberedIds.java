package org.ezhili.platform.persistence.internal.nodes;

import com.github.f4b6a3.tsid.Tsid;
import com.github.f4b6a3.tsid.TsidFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;
import org.ezhili.platform.Ids;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;

/**
 * Time-ordered ids (TSID) with 10 bits for the node's number, made for a stretch of time that is this node's alone. An id
 * carries its own time, and one whose time lies outside the stretch is never handed out: whatever pauses, stalls or clocks
 * that are set back do, two holders of a number never make the same id.
 */
public final class NumberedIds implements Ids {

    static final int NUMBERS = 1024;

    private static final int NODE_BITS = 10;
    private static final int RANDOM_BITS = 22;

    private final TsidFactory factory;
    private volatile long until;

    /**
     * @param from first moment of the stretch
     * @param until last moment of the stretch
     */
    NumberedIds(int number, Clock clock, Instant from, Instant until) {
        this.factory = TsidFactory.builder()
                .withNodeBits(NODE_BITS)
                .withNode(number)
                .withClock(new Forward(clock, from))
                .build();
        this.until = until.toEpochMilli();
    }

    /** For one who shares the database with nobody. */
    public static NumberedIds alone(int number) {
        return new NumberedIds(number, Clock.systemUTC(), Instant.EPOCH, Instant.ofEpochMilli(Long.MAX_VALUE));
    }

    void until(Instant moment) {
        until = moment.toEpochMilli();
    }

    /** Fails with 503 {@code node-number} when the stretch is over. */
    @Override
    public long next() {
        long id = factory.create().toLong();
        if ((id >>> RANDOM_BITS) + Tsid.TSID_EPOCH > until) {
            throw new ProblemException(Problem.unavailable("node-number", 3));
        }
        return id;
    }

    /** A clock that stands where the given one goes back. */
    private static final class Forward extends Clock {

        private final Clock clock;
        private final AtomicLong latest;

        Forward(Clock clock, Instant from) {
            this.clock = clock;
            this.latest = new AtomicLong(from.toEpochMilli());
        }

        @Override
        public long millis() {
            return latest.accumulateAndGet(clock.millis(), Math::max);
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis());
        }

        @Override
        public ZoneId getZone() {
            return clock.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new Forward(clock.withZone(zone), Instant.ofEpochMilli(latest.get()));
        }
    }
}
