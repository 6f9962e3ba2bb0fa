package org.ezhili.distribution.benchmarks.micro;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.ezhili.matters.internal.Resources;
import org.ezhili.matters.internal.domain.limits.Limit;
import org.ezhili.matters.internal.domain.limits.LimitUnit;
import org.ezhili.matters.internal.domain.limits.WorkingTime;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** When a matter is due: over a night and a weekend. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class Deadlines {

    private final WorkingTime time =
            Resources.workingTime("Asia/Shanghai", new String[] {"08:30-12:00", "14:00-17:30"}, new String[0]);
    private final Limit limit = new Limit(3, LimitUnit.WORKING_DAYS);
    private Instant friday = Instant.parse("2026-06-05T08:12:00Z");
    private Duration threeDays = Duration.ofDays(3);

    @Benchmark
    public Instant workingDays() {
        return time.due(friday, limit);
    }

    @Benchmark
    public Instant plus() {
        return friday.plus(threeDays);
    }
}
