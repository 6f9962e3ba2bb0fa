package org.ezhili.distribution.demo.internal.serving;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ezhili.distribution.demo.internal.Resource;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;
import org.ezhili.points.StreetPast.Exchange;
import org.ezhili.points.StreetPast.Meeting;
import org.ezhili.points.StreetPast.Reward;

/** What points can be exchanged for in one street, and the first who have done so. */
final class Shop {

    private static final String PLACE = "东街道党群服务中心二楼教室";

    private final AreaCode street;
    private final List<String> volunteers;
    private final String counter;
    private final Instant now;

    Shop(AreaCode street, List<String> volunteers, String counter, Instant now) {
        this.street = street;
        this.volunteers = volunteers;
        this.counter = counter;
        this.now = now;
    }

    List<Reward> all() {
        return Resource.rows("rewards.csv").stream().map(this::reward).toList();
    }

    private Reward reward(List<String> cells) {
        String reference = cells.get(0);
        boolean wide = cells.get(1).equals("district");
        int sessions = Integer.parseInt(cells.get(6));
        return new Reward(
                "demo-" + reference,
                wide ? street.at(AreaLevel.DISTRICT).orElseThrow() : street,
                cells.get(2),
                cells.get(7),
                Integer.parseInt(cells.get(3)),
                Integer.parseInt(cells.get(4)),
                Integer.parseInt(cells.get(5)),
                now.minus(Duration.ofDays(20)),
                sessions == 0 ? now.plus(Duration.ofDays(120)) : meeting(0).startsAt(),
                30,
                IntStream.range(0, sessions).mapToObj(this::meeting).toList(),
                exchanges(reference));
    }

    /** Saturdays at half past nine, the first one in three weeks. */
    private Meeting meeting(int week) {
        Instant start = LocalDate.ofInstant(now, ServingStreets.ZONE)
                .plusDays(21)
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY))
                .plusWeeks(week)
                .atTime(9, 30)
                .atZone(ServingStreets.ZONE)
                .toInstant();
        return new Meeting(start, start.plus(Duration.ofMinutes(90)), PLACE);
    }

    private List<Exchange> exchanges(String reference) {
        Optional<String> collected = Optional.of(counter);
        return switch (reference) {
            case "soap" ->
                List.of(
                        new Exchange(volunteers.get(0), Optional.empty()),
                        new Exchange(volunteers.get(4), collected),
                        new Exchange(volunteers.get(5), collected));
            case "haircut" ->
                List.of(
                        new Exchange(volunteers.get(0), collected),
                        new Exchange(volunteers.get(1), collected),
                        new Exchange(volunteers.get(2), Optional.empty()));
            case "painting" ->
                List.of(
                        new Exchange(volunteers.get(4), Optional.empty()),
                        new Exchange(volunteers.get(5), Optional.empty()));
            case "books" -> List.of(new Exchange(volunteers.get(3), Optional.empty()));
            default -> List.of();
        };
    }
}
