package org.ezhili.distribution.benchmarks.micro;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.security.Caller;
import org.ezhili.platform.security.Grant;
import org.ezhili.platform.security.Role;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Whether an area is somebody's. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class AreaChecks {

    // not final: what never changes would be worked out once, by the compiler
    private AreaCode street = AreaCode.of("340603002");
    private AreaCode grid = AreaCode.of("340603002001001");
    private String prefix = "340603002";
    private String whole = "340603002001001";
    private Caller caller = new Caller(
            "street.east",
            "东街道",
            List.of(new Grant(Role.STREET, street)),
            Map.of("matters.read", Set.of(street), "matters.report", Set.of(street)));

    @Benchmark
    public boolean startsWith() {
        return whole.startsWith(prefix);
    }

    @Benchmark
    public boolean contains() {
        return street.contains(grid);
    }

    @Benchmark
    public boolean may() {
        return caller.may("matters.report", grid);
    }
}
