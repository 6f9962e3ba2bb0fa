package org.ezhili.distribution.benchmarks.micro;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.gateway.internal.access.StreetGate;
import org.ezhili.platform.module.ModuleInfo;
import org.ezhili.platform.module.Switches;
import org.ezhili.platform.modules.internal.domain.OffSwitches;
import org.ezhili.platform.modules.internal.domain.Switch;
import org.ezhili.platform.security.Caller;
import org.ezhili.platform.security.Grant;
import org.ezhili.platform.security.Role;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a request pays so that streets can do without modules: 500 streets, 12 modules, every other street without every other module. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class Gate {

    private static final int STREETS = 500;
    private static final int MODULES = 12;

    private final OffSwitches off = OffSwitches.of(
            1,
            IntStream.range(0, STREETS * MODULES)
                    .filter(pair -> pair / MODULES % 2 == 1 && pair % MODULES % 2 == 1)
                    .mapToObj(pair -> new Switch(street(pair / MODULES), module(pair % MODULES)))
                    .toList());
    private final StreetGate gate = new StreetGate(new Switches() {
        @Override
        public boolean isOn(String module, AreaCode area) {
            return off.isOn(module, area);
        }

        @Override
        public Set<AreaCode> offStreets(String module) {
            return off.of(module);
        }
    });

    // not final: what never changes would be worked out once, by the compiler
    private ModuleInfo info = new ModuleInfo(module(7), "1.0.0", LocalText.of("x", "x"), Set.of(), List.of(), true);
    private AreaCode grid = AreaCode.of(street(248) + "001001");
    private Caller caller = new Caller("worker", "worker", List.of(new Grant(Role.WORKER, grid)), Map.of());
    private String query = "limit=50&area=" + grid + "&state=reported";
    private String prefix = street(248).digits();

    @Benchmark
    public boolean check() {
        gate.check(info, query);
        return gate.isOpen(info, caller);
    }

    @Benchmark
    public boolean startsWith() {
        return grid.digits().startsWith(prefix);
    }

    private static AreaCode street(int number) {
        return AreaCode.of(String.format(Locale.ROOT, "340603%03d", number));
    }

    private static String module(int number) {
        return "module-" + (char) ('a' + number);
    }
}
