package org.ezhili.distribution.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.ezhili.distribution.benchmarks.load.Flood;
import org.ezhili.distribution.benchmarks.load.Load;
import org.ezhili.distribution.benchmarks.load.Requests;

/** What the callers of one module notice of a flood of requests on another, with the limits of the door and without them. */
final class Flooding {

    private static final int FLOOD = 256;
    private static final int CALLERS = 4;
    private static final String SLOW = "/api/slow/v1/";
    private static final Duration STRETCH = Duration.ofSeconds(3);
    private static final Duration WARM = Duration.ofSeconds(15);
    private static final Duration UNTIL_READ = Duration.ofSeconds(4);

    private final Plan plan;
    private final Measured house;
    private final Requests matters;
    private long answers;
    private long refusals;

    Flooding(Plan plan, Measured house) {
        this.plan = plan;
        this.house = house;
        this.matters = house.matters();
    }

    List<Line> lines() {
        Load.perSecond(house.address(), matters, CALLERS, WARM);
        List<Line> lines = new ArrayList<>();
        for (String kind : List.of("waiting", "working")) {
            String what = kind.equals("waiting") ? "each answer waits 100 ms" : "each answer takes 2 ms of a processor";
            flooded(kind, WARM.dividedBy(3));
            lines.add(line("p99 of GET a matter beside a flooded module, " + what, kind, Line.Target.atMost(1.5)));
            limits("requestsUnderWay = 100000\nthreads = 1000000\nshareProcessor = false\n");
            lines.add(line("… without the limits of the door", kind, Optional.empty()));
            limits("");
        }
        return lines;
    }

    private Line line(String what, String kind, Optional<Line.Target> target) {
        List<Double> alone = new ArrayList<>();
        List<Double> beside = new ArrayList<>();
        answers = 0;
        refusals = 0;
        for (int slice = 0; slice < plan.slices(); slice++) {
            alone.add(Load.p99Millis(house.address(), matters, CALLERS, STRETCH));
            beside.add(flooded(kind, STRETCH));
        }
        String aside = String.format(
                Locale.ROOT,
                "%.1f / %.1f ms; the flood got %,d answers and %,d refusals",
                Ratio.median(beside),
                Ratio.median(alone),
                answers,
                refusals);
        return new Line(what + ", " + FLOOD + " clients / alone", Ratio.of(beside, alone), target, aside);
    }

    private double flooded(String kind, Duration time) {
        Requests slow = house.get(SLOW + kind);
        try (Flood flood = new Flood(house.address(), slow, FLOOD)) {
            double p99 = Load.p99Millis(house.address(), matters, CALLERS, time);
            answers += flood.answers();
            refusals += flood.refusals();
            return p99;
        }
    }

    private void limits(String lines) {
        Path file = house.etc("org.ezhili.platform.gateway.cfg");
        try {
            Files.writeString(file, "# how much of the door one module may take\n" + lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LockSupport.parkNanos(UNTIL_READ.toNanos());
    }
}
