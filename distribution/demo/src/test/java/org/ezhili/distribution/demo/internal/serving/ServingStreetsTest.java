package org.ezhili.distribution.demo.internal.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ezhili.distribution.demo.internal.ground.Ground;
import org.ezhili.distribution.demo.internal.people.People;
import org.ezhili.platform.AreaCode;
import org.ezhili.points.StreetPast;
import org.ezhili.points.StreetPast.Activity;
import org.ezhili.points.StreetPast.Shift;
import org.ezhili.points.StreetPast.Volunteer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServingStreetsTest {

    private static final AreaCode WEST = AreaCode.of("340603003");
    private static final Ground GROUND = new Ground(340_603);
    private static final People PEOPLE = new People(GROUND, 340_603);

    private static List<StreetPast> at(String now) {
        return new ServingStreets(GROUND, PEOPLE, 340_603, Instant.parse(now)).all(WEST);
    }

    private static StreetPast east(String now) {
        return at(now).stream()
                .filter(past -> past.street().equals(ServingStreets.SHOWN))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_street_but_the_one_without_gives_points_and_has_volunteers() {
        assertThat(at("2026-03-05T06:30:00Z")).hasSize(9).allSatisfy(past -> {
            assertThat(past.street()).isNotEqualTo(WEST);
            assertThat(past.rules().rules()).isNotEmpty();
            assertThat(past.volunteers()).hasSizeGreaterThan(2);
            assertThat(past.activities()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-03-05T06:30:00Z", "2026-03-07T23:59:00Z", "2026-01-01T16:00:00Z", "2026-10-04T01:00:00Z"})
    void one_activity_runs_and_some_are_ahead_whatever_day_it_is(String now) {
        List<Shift> shifts = east(now).activities().stream()
                .flatMap(activity -> activity.shifts().stream())
                .toList();
        Instant then = Instant.parse(now);
        assertThat(shifts)
                .anyMatch(shift ->
                        shift.startsAt().isBefore(then) && shift.endsAt().isAfter(then));
        assertThat(shifts).filteredOn(shift -> shift.startsAt().isAfter(then)).hasSizeGreaterThanOrEqualTo(5);
        assertThat(shifts)
                .anyMatch(shift -> shift.turns().size() > shift.seats().get(0).count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-03-05T06:30:00Z", "2026-03-07T23:59:00Z", "2026-01-01T16:00:00Z", "2026-10-04T01:00:00Z"})
    void nobody_serves_in_two_shifts_at_once_nor_without_being_approved(String now) {
        for (StreetPast past : at(now)) {
            List<String> approved = past.volunteers().stream()
                    .filter(volunteer -> volunteer.approvedBy().isPresent())
                    .map(Volunteer::account)
                    .toList();
            Map<String, List<Shift>> byAccount = new HashMap<>();
            past.activities().stream()
                    .flatMap(activity -> activity.shifts().stream())
                    .forEach(shift -> shift.turns().forEach(turn -> byAccount
                            .computeIfAbsent(turn.account(), account -> new ArrayList<>())
                            .add(shift)));
            assertThat(approved).containsAll(byAccount.keySet());
            byAccount.values().forEach(shifts -> {
                shifts.sort(Comparator.comparing(Shift::startsAt));
                for (int i = 1; i < shifts.size(); i++) {
                    assertThat(shifts.get(i).startsAt())
                            .isAfterOrEqualTo(shifts.get(i - 1).endsAt());
                }
            });
        }
    }

    @Test
    void nobody_came_later_than_now() {
        Instant now = Instant.parse("2026-03-05T06:30:00Z");
        Stream<Activity> activities = at(now.toString()).stream().flatMap(past -> past.activities().stream());
        assertThat(activities
                        .flatMap(activity -> activity.shifts().stream())
                        .flatMap(shift -> shift.turns().stream())
                        .flatMap(turn -> Stream.concat(turn.cameAt().stream(), turn.wentAt().stream())))
                .isNotEmpty()
                .allMatch(at -> !at.isAfter(now));
    }

    @Test
    void nothing_was_published_later_than_now() {
        Instant now = Instant.parse("2026-03-05T06:30:00Z");
        assertThat(at(now.toString()).stream().flatMap(past -> past.activities().stream()))
                .isNotEmpty()
                .allMatch(activity -> !activity.publishedAt().isAfter(now));
    }

    @Test
    void the_same_seed_and_hour_give_the_same() {
        assertThat(at("2026-03-05T06:30:00Z")).isEqualTo(at("2026-03-05T06:30:00Z"));
    }
}
