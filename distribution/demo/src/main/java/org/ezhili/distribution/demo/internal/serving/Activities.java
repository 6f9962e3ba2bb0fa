package org.ezhili.distribution.demo.internal.serving;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.ezhili.distribution.demo.internal.Resource;
import org.ezhili.distribution.demo.internal.ground.Ground;
import org.ezhili.distribution.demo.internal.people.People;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;
import org.ezhili.points.StreetPast.Activity;
import org.ezhili.points.StreetPast.Seats;
import org.ezhili.points.StreetPast.Shift;
import org.ezhili.points.StreetPast.Turn;

/** What the volunteers of one street did, do and will do. */
final class Activities {

    private static final int WEEKS = 13;
    private static final List<List<String>> KINDS = Resource.rows("activities.csv");
    private static final Duration DAY = Duration.ofHours(8);
    private static final Duration SHORT = Duration.ofHours(2);

    private final Ground ground;
    private final People people;
    private final AreaCode street;
    private final List<String> volunteers;
    private final Random random;
    private final Instant now;
    private final List<Activity> made = new ArrayList<>();

    Activities(Ground ground, People people, AreaCode street, List<String> volunteers, Random random, Instant now) {
        this.ground = ground;
        this.people = people;
        this.street = street;
        this.volunteers = volunteers;
        this.random = random;
        this.now = now;
    }

    /** One that is over, one ahead. */
    List<Activity> few() {
        add(0, saturday(2), DAY, 10, served(saturday(2), DAY, 0, volunteers.size()));
        add(2, morning(5), SHORT, 8, List.of());
        return made;
    }

    /** A quarter of Saturdays, hours that are public, somebody in two places at once, one that runs, some ahead, one full. */
    List<Activity> many() {
        for (int week = WEEKS; week > 0; week--) {
            Instant start = saturday(week);
            add(week % KINDS.size(), start, DAY, 10, served(start, DAY, week % 2 == 0 ? 0 : 3, 6));
        }
        Instant yesterday = morning(-1);
        add(2, yesterday, SHORT, 6, served(yesterday, SHORT, 1, 4));
        twoPlaces();
        Instant started = now.minus(Duration.ofMinutes(50));
        add(0, started, Duration.ofHours(5), 12, running(started));
        add(3, morning(1), SHORT, 6, signedUp(0, 2));
        add(4, morning(2), SHORT, 4, List.of());
        add(5, morning(4), SHORT, 3, signedUp(1, 5));
        add(6, morning(7), SHORT, 8, List.of());
        add(1, morning(10), SHORT, 10, signedUp(2, 3));
        add(7, morning(14), SHORT, 20, List.of());
        return made;
    }

    /** The same volunteer checks in at the other end of the street a minute after having left. */
    private void twoPlaces() {
        String who = volunteers.get(volunteers.size() - 1);
        Instant first = morning(-3);
        Instant second = first.plus(SHORT);
        List<AreaCode> grids = grids();
        AreaCode here = grids.get(0);
        AreaCode there = grids.stream()
                .max(Comparator.comparingDouble(grid -> distance(here, grid)))
                .orElseThrow();
        add(5, here, first, SHORT, 5, List.of(turn(who, first, second)));
        add(6, there, second, SHORT, 5, List.of(turn(who, second.plusSeconds(20), second.plus(SHORT))));
    }

    private void add(int kind, Instant start, Duration length, int seats, List<Turn> turns) {
        List<AreaCode> grids = grids();
        // neighbours in this list lie near each other: each activity is a third of the street away from the last
        add(kind, grids.get(made.size() * (grids.size() / 3 + 1) % grids.size()), start, length, seats, turns);
    }

    private void add(int kind, AreaCode grid, Instant start, Duration length, int seats, List<Turn> turns) {
        List<String> cells = KINDS.get(kind);
        AreaCode community = grid.at(AreaLevel.COMMUNITY).orElseThrow();
        double[] point = ground.pointIn(grid, random);
        List<Seats> all = cells.get(2).isEmpty() || made.size() % 2 == 0
                ? List.of(new Seats("", seats))
                : List.of(new Seats("", seats), new Seats(cells.get(2), 2));
        made.add(new Activity(
                "demo-" + street + "-" + made.size(),
                community,
                cells.get(0) + "（" + ground.division(community).shortName() + "）",
                cells.get(3),
                cells.get(1),
                point[0],
                point[1],
                300,
                people.communityOf(community),
                published(start),
                List.of(new Shift(start, start.plus(length), all, turns))));
    }

    /** Some days before; what is far ahead, just now. */
    private Instant published(Instant start) {
        Instant before = start.minus(Duration.ofDays(6));
        return before.isBefore(now) ? before : now;
    }

    private List<AreaCode> grids() {
        return ground.grids().stream().filter(street::contains).toList();
    }

    private double distance(AreaCode one, AreaCode other) {
        double[] from = ground.pointIn(one, new Random(1));
        double[] to = ground.pointIn(other, new Random(1));
        return Math.hypot(from[0] - to[0], from[1] - to[1]);
    }

    private List<Turn> served(Instant start, Duration length, int from, int count) {
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String account = volunteers.get((i == 0 ? 0 : from + i) % volunteers.size());
            turns.add(
                    turn(account, start.plusSeconds(60L * i), start.plus(length).plusSeconds(45L * i)));
        }
        return turns;
    }

    /** Some have come; the shown resident is expected. */
    private List<Turn> running(Instant start) {
        List<Turn> turns = new ArrayList<>();
        turns.add(new Turn(volunteers.get(0), "", Optional.empty(), Optional.empty()));
        for (int i = 1; i < 6; i++) {
            Optional<Instant> came = i < 4 ? Optional.of(start.plusSeconds(90L * i)) : Optional.empty();
            turns.add(new Turn(volunteers.get(i), "", came, Optional.empty()));
        }
        return turns;
    }

    private List<Turn> signedUp(int from, int count) {
        List<Turn> turns = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            turns.add(new Turn(volunteers.get(from + i), "", Optional.empty(), Optional.empty()));
        }
        return turns;
    }

    private static Turn turn(String account, Instant came, Instant went) {
        return new Turn(account, "", Optional.of(came), Optional.of(went));
    }

    /** The Saturday so many weeks ago, at eight; the last one long enough ago for its hours to count. */
    private Instant saturday(int weeksAgo) {
        return today().minusDays(6)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY))
                .minusWeeks(weeksAgo - 1L)
                .atTime(8, 0)
                .atZone(ServingStreets.ZONE)
                .toInstant();
    }

    private Instant morning(int inDays) {
        return today().plusDays(inDays).atTime(9, 0).atZone(ServingStreets.ZONE).toInstant();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, ServingStreets.ZONE);
    }
}
