package org.ezhili.distribution.benchmarks.micro;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.ezhili.platform.gateway.internal.routes.Epochs;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a request pays so that versions can be changed under it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class Epoch {

    private final Epochs epochs = new Epochs();
    private final LongAdder counter = new LongAdder();

    @Benchmark
    public void enterAndLeave() {
        epochs.enter().leave();
    }

    @Benchmark
    public void oneCounter() {
        counter.increment();
    }
}
