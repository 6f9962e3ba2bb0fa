package org.ezhili.distribution.benchmarks.micro;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ezhili.distribution.benchmarks.Line;
import org.ezhili.distribution.benchmarks.Ratio;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What is done at every request, each thing beside the plainest code that could stand in its place (JMH). */
public final class Micro {

    private Micro() {}

    /** Runs them all; {@code thorough} takes minutes, otherwise it takes less than one. */
    public static List<Line> run(boolean thorough) throws RunnerException {
        TimeValue time = TimeValue.milliseconds(thorough ? 2_000 : 250);
        Map<String, List<Double>> nanos = new LinkedHashMap<>();
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(Micro.class.getPackageName() + "\\..*")
                        .forks(thorough ? 3 : 1)
                        .warmupIterations(3)
                        .warmupTime(time)
                        .measurementIterations(5)
                        .measurementTime(time)
                        .jvmArgs("-Xmx512m")
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run()) {
            nanos.put(name(result), iterations(result));
        }
        return List.of(
                line("area code: contains / String.startsWith", nanos, "AreaChecks.contains", "AreaChecks.startsWith"),
                line(
                        "caller: may(permission, area) / String.startsWith",
                        nanos,
                        "AreaChecks.may",
                        "AreaChecks.startsWith"),
                line("locate among 10,000 grids / among 292", nanos, "Locating.locate 10000", "Locating.locate 292"),
                line("deadline: 3 working days / Instant.plus", nanos, "Deadlines.workingDays", "Deadlines.plus"),
                line("JSON body: read and checked / plain Jackson", nanos, "Bodies.door", "Bodies.plainJackson"),
                line("epochs: enter and leave / one LongAdder", nanos, "Epoch.enterAndLeave", "Epoch.oneCounter"),
                line("gate: 500 streets × 12 modules / String.startsWith", nanos, "Gate.check", "Gate.startsWith"));
    }

    private static Line line(String what, Map<String, List<Double>> nanos, String ours, String plain) {
        List<Double> mine = nanos.getOrDefault(ours, List.of());
        List<Double> theirs = nanos.getOrDefault(plain, List.of());
        return new Line(
                what,
                Ratio.of(mine, theirs),
                Optional.empty(),
                String.format(Locale.ROOT, "%,.1f / %,.1f ns", Ratio.median(mine), Ratio.median(theirs)));
    }

    /** {@code Class.method}, and the parameter's value if there is one. */
    private static String name(RunResult result) {
        String[] path = result.getParams().getBenchmark().split("\\.", -1);
        StringBuilder name = new StringBuilder(path[path.length - 2] + "." + path[path.length - 1]);
        result.getParams().getParamsKeys().forEach(key -> name.append(' ')
                .append(result.getParams().getParam(key)));
        return name.toString();
    }

    private static List<Double> iterations(RunResult result) {
        List<Double> all = new ArrayList<>();
        result.getBenchmarkResults().forEach(fork -> fork.getIterationResults()
                .forEach(iteration -> all.add(iteration.getPrimaryResult().getScore())));
        return all;
    }
}
