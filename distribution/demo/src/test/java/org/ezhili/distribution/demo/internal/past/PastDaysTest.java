package org.ezhili.distribution.demo.internal.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ezhili.distribution.demo.internal.ground.Ground;
import org.ezhili.distribution.demo.internal.people.People;
import org.ezhili.matters.PastMatter;
import org.ezhili.matters.PastStep;
import org.ezhili.platform.security.NewAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastDaysTest {

    private static final Instant NOW = Instant.parse("2026-03-05T06:30:00Z");
    private static final Ground GROUND = new Ground(340_603);
    private static final People PEOPLE = new People(GROUND, 340_603);
    private static final List<PastMatter> MATTERS = matters(NOW, 3_000);

    @Test
    void most_are_closed_and_some_stand_in_every_open_state() {
        Map<String, Long> byLast =
                MATTERS.stream().collect(Collectors.groupingBy(PastDaysTest::last, Collectors.counting()));

        assertThat(byLast.get("close")).isGreaterThan(2_400);
        assertThat(byLast.keySet())
                .contains("reported", "accept", "dispatch", "take", "hand-in", "verify", "close", "reject", "cancel");
    }

    @Test
    void a_share_is_open_although_it_is_days_old() {
        assertThat(MATTERS.stream()
                        .filter(matter -> !Set.of("close", "reject", "cancel", "hand-in", "verify")
                                .contains(last(matter)))
                        .filter(matter -> matter.reportedAt().isBefore(NOW.minus(Duration.ofDays(5)))))
                .hasSizeBetween(10, 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-03-05T06:30:00Z", "2026-03-07T18:10:00Z", "2026-01-01T23:59:00Z", "2026-03-09T00:01:00Z"})
    void at_whatever_hour_it_is_loaded_the_shown_worker_and_resident_have_matters_to_see(String hour) {
        List<PastMatter> shown = matters(Instant.parse(hour), 50).stream()
                .filter(matter -> matter.reporter().equals("resident"))
                .toList();

        assertThat(shown).hasSize(12).allMatch(matter -> matter.area().digits().equals("340603002001001"));
        assertThat(shown)
                .extracting(PastDaysTest::last)
                .contains("reported", "accept", "dispatch", "take", "hand-in", "verify");
        assertThat(shown.stream().filter(PastDaysTest::isInTheShownWorkersHands))
                .isNotEmpty();
    }

    @Test
    void nothing_happens_before_the_step_before_it_or_in_the_future() {
        for (PastMatter matter : MATTERS) {
            Instant last = matter.reportedAt();
            assertThat(last).isBefore(NOW).isAfter(NOW.minus(Duration.ofDays(181)));
            for (PastStep step : matter.steps()) {
                assertThat(step.at()).isAfterOrEqualTo(last).isBefore(NOW);
                last = step.at();
            }
        }
    }

    @Test
    void people_sleep_at_night() {
        ZoneId here = ZoneId.of("Asia/Shanghai");
        assertThat(MATTERS.stream().flatMap(matter -> matter.steps().stream()))
                .allMatch(step -> step.at().atZone(here).getHour() >= 8
                        && step.at().atZone(here).getHour() <= 18);
        assertThat(MATTERS).allMatch(matter -> matter.reportedAt().atZone(here).getHour() >= 6);
    }

    @Test
    void everybody_who_acts_has_an_account_and_nobody_verifies_their_own_work() {
        Set<String> accounts = Stream.concat(PEOPLE.silent().stream(), PEOPLE.shown().stream())
                .map(NewAccount::account)
                .collect(Collectors.toSet());
        for (PastMatter matter : MATTERS) {
            assertThat(accounts).contains(matter.reporter());
            Set<String> handlers = new HashSet<>();
            for (PastStep step : matter.steps()) {
                assertThat(accounts).contains(step.actor());
                step.handler().ifPresent(handler -> {
                    assertThat(accounts).contains(handler);
                    handlers.add(handler);
                });
                if (step.action().equals("verify")) {
                    assertThat(handlers).doesNotContain(step.actor());
                }
            }
        }
    }

    @Test
    void matters_lie_in_grids_and_say_what_is_the_matter() {
        assertThat(MATTERS).allSatisfy(matter -> {
            assertThat(GROUND.grids()).contains(matter.area());
            assertThat(matter.point()).isPresent();
            assertThat(matter.description()).isNotBlank().doesNotContain("{");
        });
        assertThat(MATTERS).extracting(PastMatter::reference).doesNotHaveDuplicates();
    }

    @Test
    void the_same_seed_and_hour_give_the_same_past() {
        assertThat(matters(NOW, 3_000)).isEqualTo(MATTERS);
    }

    private static boolean isInTheShownWorkersHands(PastMatter matter) {
        return Set.of("dispatch", "take").contains(last(matter))
                && matter.steps().stream()
                        .flatMap(step -> step.handler().stream())
                        .reduce((a, b) -> b)
                        .filter("worker.gongdian"::equals)
                        .isPresent();
    }

    private static String last(PastMatter matter) {
        return matter.steps().isEmpty()
                ? "reported"
                : matter.steps().get(matter.steps().size() - 1).action();
    }

    private static List<PastMatter> matters(Instant now, int count) {
        return new PastDays(GROUND, PEOPLE, 340_603, now).matters(count);
    }
}
