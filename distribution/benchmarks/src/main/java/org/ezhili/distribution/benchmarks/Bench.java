package org.ezhili.distribution.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ezhili.distribution.benchmarks.micro.Micro;
import org.ezhili.distribution.benchmarks.points.PointsRaces;
import org.ezhili.distribution.systemtests.Database;
import org.ezhili.distribution.systemtests.Postgres;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures the house beside raw peers and writes what came out into a page. {@code --long} takes its time; names of parts
 * ({@code boot}, {@code micro}, {@code derby}, {@code postgres}, {@code flood}, {@code points-derby}, {@code points-postgres}, or {@code points} for both) run these alone and write
 * nothing.
 */
public final class Bench {

    private static final Set<String> PARTS =
            Set.of("boot", "micro", "derby", "postgres", "flood", "points-derby", "points-postgres");

    private final Plan plan;
    private final Path folder;
    private final PrintStream out;
    private final List<Line> lines = new ArrayList<>();

    private Bench(Plan plan, Path folder, PrintStream out) {
        this.plan = plan;
        this.folder = folder;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException, RunnerException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Set<String> parts = new LinkedHashSet<>(List.of(arguments));
        boolean thorough = parts.remove("--long");
        if (parts.remove("points")) {
            parts.addAll(List.of("points-derby", "points-postgres"));
        }
        boolean all = parts.isEmpty();
        if (!PARTS.containsAll(parts)) {
            throw new IllegalArgumentException("parts are " + PARTS + ", not " + parts);
        }
        Path folder =
                Path.of(System.getProperty("bench.folder", "target/bench")).toAbsolutePath();
        Bench bench = new Bench(thorough ? Plan.thorough() : Plan.brief(), folder, out);
        long begin = System.nanoTime();
        bench.run(all ? PARTS : parts);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        out.println(Page.table(bench.lines));
        out.println("took " + took.toSeconds() + " s");
        if (all) {
            Path page = Path.of(System.getProperty("bench.page", "docs/performance.md"));
            Page.replace(page, heading(thorough, took) + "\n" + Page.table(bench.lines));
            out.println("written to " + page);
        }
    }

    private static String heading(boolean thorough, Duration took) {
        return String.format(
                "%n`./test bench%s` on %s, commit %s, %s; it took %d minutes.%n",
                thorough ? " --long" : "",
                LocalDate.now(),
                System.getProperty("bench.commit", "unknown"),
                Machine.description(),
                Math.max(1, took.toMinutes()));
    }

    private void run(Set<String> parts) throws IOException, RunnerException {
        if (parts.contains("boot")) {
            try (Boot boot = new Boot(plan, folder.resolve("boot"))) {
                tell(boot.race());
            }
        }
        if (parts.contains("derby")) {
            derby();
        }
        if (parts.contains("postgres")) {
            postgres();
        }
        if (parts.contains("flood")) {
            flood();
        }
        if (parts.contains("points-derby")) {
            Path own = anew("points-derby");
            new PointsRaces("Derby", plan).run(size -> "jdbc:derby:" + own.resolve(size) + ";create=true", this::tell);
        }
        if (parts.contains("points-postgres")) {
            pointsOnPostgres(anew("points-postgres"));
        }
        if (parts.contains("micro")) {
            tell(Micro.run(plan.isLong()));
        }
    }

    private void derby() {
        Races races = new Races(plan);
        try (Measured few = Measured.start("Derby", folder.resolve("derby-few"), Database.derby(), plan.few())) {
            try (Measured many = Measured.start("Derby", folder.resolve("derby-many"), Database.derby(), plan.many())) {
                tell(races.lists(few, many));
            }
            tell(races.read(few));
            tell(races.report(few));
        }
    }

    private void flood() {
        try (Measured house = Measured.start("Derby", folder.resolve("flood"), Database.derby(), plan.few())) {
            tell(new Flooding(plan, house).lines());
        }
    }

    /** In a short run without the lists, since filling takes its time, and for one number of clients. */
    private void postgres() {
        Races races = new Races(plan.isLong() ? plan : plan.withClients(8));
        try (Measured few = onPostgres("few", plan.few())) {
            if (plan.isLong()) {
                try (Measured many = onPostgres("many", plan.many())) {
                    tell(races.lists(few, many));
                }
            }
            tell(races.read(few));
            tell(races.report(few));
        }
    }

    private Path anew(String name) throws IOException {
        Path own = folder.resolve(name);
        Node.remove(own);
        return own;
    }

    private void pointsOnPostgres(Path own) {
        List<Postgres> servers = new ArrayList<>();
        try {
            new PointsRaces("PostgreSQL", plan)
                    .run(
                            size -> {
                                Postgres server = Postgres.roomy(own.resolve(size));
                                servers.add(server);
                                return server.jdbcUrl();
                            },
                            this::tell);
        } finally {
            servers.forEach(Postgres::close);
        }
    }

    private Measured onPostgres(String size, int matters) {
        return Measured.start(
                "PostgreSQL",
                folder.resolve("postgres-" + size),
                Postgres.roomy(folder.resolve("postgres-" + size + "-server")),
                matters);
    }

    private void tell(List<Line> more) {
        more.forEach(line -> out.println(line.markdown()));
        lines.addAll(more);
    }
}
