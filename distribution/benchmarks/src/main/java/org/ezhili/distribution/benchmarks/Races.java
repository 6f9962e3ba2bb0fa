package org.ezhili.distribution.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ezhili.distribution.benchmarks.load.Load;
import org.ezhili.distribution.benchmarks.load.Requests;
import org.ezhili.distribution.systemtests.Person;

/** The house and its raw peer over HTTP, in turns. */
final class Races {

    private static final String OURS = "eZhili";
    private static final String RAW = "servlet + JDBC";
    private static final String JDBC = "JDBC alone";
    private static final Duration STRETCH = Duration.ofSeconds(1);
    private static final int MOST_STRETCHES = 20;
    private static final int WARM_CLIENTS = 4;

    /** How many reads of one matter a list or a report costs, about. */
    private static final int DEAR = 4;

    private final Plan plan;

    Races(Plan plan) {
        this.plan = plan;
    }

    /** One matter by its id. */
    List<Line> read(Measured house) {
        Requests ours = house.matters();
        Requests raw = house.rawMatters();
        warmUp(house, ours, 1);
        warmUp(house, raw, 1);
        List<Line> lines = new ArrayList<>();
        for (int clients : plan.clients()) {
            Map<String, List<Double>> taken = new Turns()
                    .with(OURS, () -> rate(house, ours, clients))
                    .with(RAW, () -> rate(house, raw, clients))
                    .take(plan.slices());
            lines.add(line("GET a matter, " + where(house, clients), taken, RAW, Line.Target.atLeast(0.6)));
        }
        return lines;
    }

    /** A report. */
    List<Line> report(Measured house) {
        Requests ours = house.reports();
        Requests raw = house.rawReports();
        warmUp(house, ours, DEAR);
        warmUp(house, raw, DEAR);
        List<Line> lines = new ArrayList<>();
        for (int clients : plan.clients()) {
            Map<String, List<Double>> taken = new Turns()
                    .with(OURS, () -> rate(house, ours, clients))
                    .with(RAW, () -> rate(house, raw, clients))
                    .with(JDBC, () -> loop(house, clients))
                    .take(plan.slices());
            String what = "POST a matter, " + where(house, clients);
            lines.add(line(what, taken, RAW, Line.Target.atLeast(0.7)));
            lines.add(line(what, taken, JDBC, Optional.empty()));
        }
        return lines;
    }

    /** The usual lists, among many matters and among few: how much longer one takes. */
    List<Line> lists(Measured few, Measured many) {
        List<Line> lines = new ArrayList<>();
        String street = "area=" + Person.STREET_EAST.area() + "&limit=20";
        lines.add(list(few, many, "twenty of a street", Person.STREET_EAST, street));
        lines.add(list(few, many, "… that are in hand", Person.STREET_EAST, street + "&state=in-hand"));
        lines.add(list(few, many, "… of a category", Person.STREET_EAST, street + "&category=E0101"));
        lines.add(
                list(few, many, "five of a handler", Person.WORKER, "handler=" + Person.WORKER.account() + "&limit=5"));
        return lines;
    }

    private Line list(Measured few, Measured many, String what, Person person, String query) {
        Requests ofFew = few.list(person, query);
        Requests ofMany = many.list(person, query);
        warmUp(few, ofFew, DEAR);
        warmUp(many, ofMany, DEAR);
        Map<String, List<Double>> taken = new Turns()
                .with("few", () -> 1_000 / rate(few, ofFew, 1))
                .with("many", () -> 1_000 / rate(many, ofMany, 1))
                .take(plan.slices());
        return new Line(
                String.format(Locale.ROOT, "%s, %,d matters / %,d, %s", what, plan.many(), plan.few(), few.name()),
                Ratio.of(taken.getOrDefault("many", List.of()), taken.getOrDefault("few", List.of())),
                Line.Target.atMost(1.2),
                String.format(Locale.ROOT, "%.2f / %.2f ms", middle(taken, "many"), middle(taken, "few")));
    }

    /** Until it has been done often enough for the compiler, which on a busy machine takes its time. */
    private void warmUp(Measured house, Requests requests, int dear) {
        double answers = 0;
        for (int stretch = 0; answers < plan.warmAnswers() / dear && stretch < MOST_STRETCHES; stretch++) {
            answers += Load.perSecond(house.address(), requests, WARM_CLIENTS, STRETCH) * STRETCH.toSeconds();
        }
    }

    private double rate(Measured house, Requests requests, int clients) {
        return Load.perSecond(house.address(), requests, clients, plan.slice());
    }

    private double loop(Measured house, int clients) {
        return house.peer("/peer/loop?clients=" + clients + "&millis="
                        + plan.slice().toMillis())
                .path("perSecond")
                .asDouble();
    }

    private static Line line(String what, Map<String, List<Double>> taken, String peer, Optional<Line.Target> target) {
        return new Line(
                what + " / " + peer,
                Ratio.of(taken.getOrDefault(OURS, List.of()), taken.getOrDefault(peer, List.of())),
                target,
                String.format(Locale.ROOT, "%,.0f / %,.0f a second", middle(taken, OURS), middle(taken, peer)));
    }

    private static double middle(Map<String, List<Double>> taken, String name) {
        return Ratio.median(taken.getOrDefault(name, List.of()));
    }

    private static String where(Measured house, int clients) {
        return house.name() + ", " + clients + (clients == 1 ? " client" : " clients");
    }
}
