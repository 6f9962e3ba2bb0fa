package org.ezhili.distribution.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ezhili.distribution.systemtests.Answer;
import org.ezhili.distribution.systemtests.Database;
import org.ezhili.distribution.systemtests.District;
import org.ezhili.distribution.systemtests.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The last release of every module goes to this build and back while people work, and nobody notices. */
class UnderLoadIT {

    private static final String BUILD = System.getProperty("ezhili.version");
    private static final int PEOPLE = 16;

    private static PreviousRelease previous;
    private static District district;
    private static Walks walks;
    private static String token;

    @BeforeAll
    static void a_district_runs_the_last_release() {
        previous = PreviousRelease.kept();
        district = District.install(Path.of("target", "district"), Database.derby());
        previous.putInto(district);
        district.withDemo(50).start();
        walks = new Walks(district.as(Person.IT));
        token = district.nobody()
                .tryToken(Person.RESIDENT.account(), Person.PASSWORD)
                .text("token");
    }

    @AfterAll
    static void it_stops() {
        district.close();
    }

    @AfterEach
    void every_module_is_back_at_the_last_release() {
        previous.versions().forEach((module, version) -> {
            assertThat(walks.live(module)).isEqualTo(version);
            await("one version of " + module).until(() -> walks.standing(module) == 1);
        });
    }

    @Test
    void each_module_goes_up_and_back_by_itself_and_no_request_fails() {
        try (Traffic traffic = Traffic.of(PEOPLE, district.address(), token)) {
            traffic.isUnderWay();
            for (String module : previous.modules()) {
                walks.up(Map.of(module, BUILD));
                assertThat(walks.live(module)).isEqualTo(BUILD);
                walks.back(module);
            }
            traffic.endsWithNothingLostOrTwice(district.as(Person.RESIDENT));
        }
    }

    @Test
    void the_version_left_stands_by_for_the_way_back() {
        walks.up(Map.of("points", BUILD));
        assertThat(walks.standing("points")).isEqualTo(2);
        walks.back("points");
        assertThat(walks.standing("points")).isEqualTo(1);
    }

    @Test
    void all_modules_go_up_and_back_in_one_step_and_no_request_fails() {
        try (Traffic traffic = Traffic.of(PEOPLE, district.address(), token)) {
            traffic.isUnderWay();
            walks.up(previous.all(BUILD));
            previous.modules().forEach(module -> assertThat(walks.live(module)).isEqualTo(BUILD));
            walks.back(previous.modules().get(0));
            traffic.endsWithNothingLostOrTwice(district.as(Person.RESIDENT));
        }
    }

    @Test
    void of_two_administrators_who_upgrade_the_same_module_one_wins_and_the_other_is_told() throws Exception {
        ExecutorService administrators = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Answer>> wishes = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                wishes.add(() -> walks.ask(Map.of("matters", BUILD)));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : administrators.invokeAll(wishes)) {
                answers.add(answer.get());
            }
            List<Answer> winners =
                    answers.stream().filter(answer -> answer.status() == 202).toList();
            assertThat(winners).hasSize(1);
            answers.stream().filter(answer -> answer.status() != 202).forEach(answer -> {
                assertThat(answer.status()).isEqualTo(409);
                assertThat(answer.code()).isIn("under-way", "already-live");
            });
            assertThat(walks.over(winners.get(0).text("id")).path("state").asText())
                    .isEqualTo("done");
        } finally {
            administrators.shutdownNow();
        }
        walks.back("matters");
    }

    @Test
    void a_wish_that_leads_nowhere_is_refused_in_words_and_changes_nothing() {
        String now = previous.versions().get("matters");
        refused(walks.ask(Map.of("matters", now)), "already-live");
        refused(walks.ask(Map.of("matters", "0.9.0")), "older-than-live");
        refused(walks.ask(Map.of("matters", "99.0.0")), "release-unknown");
        refused(walks.ask(Map.of("nobody", "1.0.0")), "module-unknown");
        refused(walks.askBack("nobody"), "module-unknown");
        assertThat(walks.ask(Map.of("matters", "newest")).status()).isEqualTo(400);
        assertThat(walks.ask(Map.of("../etc", "1.0.0")).status()).isEqualTo(400);
        assertThat(new Walks(district.as(Person.DISTRICT))
                        .ask(Map.of("matters", BUILD))
                        .status())
                .isEqualTo(403);
        assertThat(new Walks(district.nobody()).ask(Map.of("matters", BUILD)).status())
                .isEqualTo(401);
    }

    @Test
    void nothing_of_the_versions_that_have_gone_is_left_in_memory() {
        walks.up(previous.all(BUILD));
        walks.back("matters");
        // so long a version may take to tidy up, and a collection of all memory after it
        await().pollDelay(Duration.ofSeconds(12)).atMost(Duration.ofSeconds(14)).until(() -> true);
        district.collectGarbage();
        await("what is left is told")
                .during(Duration.ofSeconds(11))
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(walks.leftovers()).isEmpty());
    }

    private static void refused(Answer answer, String code) {
        assertThat(answer.status()).describedAs(answer.toString()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.text("detail")).isNotBlank();
    }
}
