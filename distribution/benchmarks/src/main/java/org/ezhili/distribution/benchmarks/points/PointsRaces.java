package org.ezhili.distribution.benchmarks.points;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.ezhili.distribution.benchmarks.Line;
import org.ezhili.distribution.benchmarks.Plan;
import org.ezhili.distribution.benchmarks.Ratio;
import org.ezhili.distribution.benchmarks.Turns;

/** The ledger of points held against a naive one, against itself with more clients and more accounts, and a rush for seats. */
public final class PointsRaces {

    private static final int FEW = 1_000;
    private static final int MANY = 1_000_000;
    private static final int MOST = 10_000_000;
    private static final int CROWD = 64;
    private static final int LARGEST_CROWD = 256;
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final int RUSHES = 3;

    private final String name;
    private final Plan plan;

    /** @param name of the database */
    public PointsRaces(String name, Plan plan) {
        this.name = name;
        this.plan = plan;
    }

    /** Where a database of its own for so many accounts is to be had. */
    @FunctionalInterface
    public interface Place {
        String url(String size);
    }

    /** All lines, told as they are known. */
    public void run(Place place, Consumer<List<Line>> told) {
        int many = plan.isLong() ? MOST : MANY;
        try (Crowd crowd = new Crowd();
                Books few = Books.open(place.url("few"), FEW)) {
            // first, so that the house's code has been compiled as well as the peer's little code soon is
            told.accept(moreClients(crowd, few));
            told.accept(againstNaive(crowd, few));
            try (Books more = Books.open(place.url("many"), many)) {
                told.accept(List.of(moreAccounts(crowd, few, more)));
                told.accept(List.of(rush(more)));
            }
        }
    }

    private List<Line> againstNaive(Crowd crowd, Books books) {
        Transfers hot = new OurTransfers(books, 1, "hot");
        Transfers spread = new OurTransfers(books, FEW, "spread");
        NaiveLedger naiveSpread = NaiveLedger.in(books.source(), FEW);
        NaiveLedger naiveHot = naiveSpread.onOneHotAccount();
        PlainRows rows = PlainRows.in(books.source());
        List<Line> lines = new ArrayList<>();
        for (int clients : List.of(CROWD, LARGEST_CROWD)) {
            List.of(hot, spread, naiveHot, naiveSpread).forEach(each -> crowd.perSecond(each, clients, WARM_UP));
            Map<String, List<Double>> taken = new Turns()
                    .with("hot", () -> crowd.perSecond(hot, clients, plan.slice()))
                    .with("naive hot", () -> crowd.perSecond(naiveHot, clients, plan.slice()))
                    .with("spread", () -> crowd.perSecond(spread, clients, plan.slice()))
                    .with("naive spread", () -> crowd.perSecond(naiveSpread, clients, plan.slice()))
                    .with("rows", () -> PlainRows.BATCH * crowd.perSecond(rows, PROCESSORS, plan.slice()))
                    .take(plan.slices());
            String of = "transfers, " + clients + " clients, ";
            lines.add(line(of + "one hot account", "naive SELECT … FOR UPDATE", taken, "hot", "naive hot", 20));
            lines.add(line(of + "1,000 accounts", "naive SELECT … FOR UPDATE", taken, "spread", "naive spread", 4));
            lines.add(line(of + "one hot account", "1,000 accounts", taken, "hot", "spread", 0.8));
            for (String naive : List.of("naive hot", "naive spread")) {
                lines.add(line(
                        "rows alone, " + PROCESSORS + " threads",
                        naive + ", " + clients + " clients",
                        taken,
                        "rows",
                        naive,
                        Optional.empty()));
            }
        }
        return lines;
    }

    private List<Line> moreClients(Crowd crowd, Books books) {
        Transfers spread = new OurTransfers(books, FEW, "clients");
        crowd.perSecond(spread, CROWD, WARM_UP.multipliedBy(3));
        Map<String, List<Double>> taken = new Turns()
                .with("1", () -> crowd.perSecond(spread, 1, plan.slice()))
                .with("16", () -> crowd.perSecond(spread, 16, plan.slice()))
                .with("64", () -> crowd.perSecond(spread, CROWD, plan.slice()))
                .with("256", () -> crowd.perSecond(spread, LARGEST_CROWD, plan.slice()))
                .take(plan.slices());
        return List.of(
                line("transfers, 16 clients", "1 client", taken, "16", "1", 1),
                line("transfers, 64 clients", "16 clients", taken, "64", "16", 1),
                line("transfers, 256 clients", "64 clients", taken, "256", "64", 1));
    }

    private Line moreAccounts(Crowd crowd, Books few, Books many) {
        Transfers ofFew = new OurTransfers(few, few.owners(), "few");
        Transfers ofMany = new OurTransfers(many, many.owners(), "many");
        crowd.perSecond(ofMany, CROWD, WARM_UP);
        Map<String, List<Double>> taken = new Turns()
                .with("few", () -> crowd.perSecond(ofFew, CROWD, plan.slice()))
                .with("many", () -> crowd.perSecond(ofMany, CROWD, plan.slice()))
                .take(plan.slices());
        return line(
                String.format(Locale.ROOT, "transfers, %,d accounts", many.owners()),
                "1,000",
                taken,
                "many",
                "few",
                0.8);
    }

    private Line rush(Books books) {
        SeatRush rush = new SeatRush(books);
        rush.seconds();
        List<Double> waits = new ArrayList<>();
        for (int i = 0; i < RUSHES; i++) {
            waits.add(rush.seconds());
        }
        return new Line(
                String.format(
                        Locale.ROOT,
                        "points: %,d people for %d seats in a second, %s: the 99th of 100 is told / 1 s",
                        SeatRush.PEOPLE,
                        SeatRush.SEATS,
                        name),
                Ratio.of(waits, Collections.nCopies(RUSHES, 1.0)),
                Line.Target.atMost(1),
                SeatRush.SEATS + " sold, everybody else told no");
    }

    private Line line(
            String what, String peer, Map<String, List<Double>> taken, String ours, String theirs, double wanted) {
        return line(what, peer, taken, ours, theirs, Line.Target.atLeast(wanted));
    }

    private Line line(
            String what,
            String peer,
            Map<String, List<Double>> taken,
            String ours,
            String theirs,
            Optional<Line.Target> target) {
        List<Double> mine = taken.getOrDefault(ours, List.of());
        List<Double> peers = taken.getOrDefault(theirs, List.of());
        return new Line(
                "points: " + what + " / " + peer + ", " + name,
                Ratio.of(mine, peers),
                target,
                String.format(Locale.ROOT, "%,.0f / %,.0f a second", Ratio.median(mine), Ratio.median(peers)));
    }
}
