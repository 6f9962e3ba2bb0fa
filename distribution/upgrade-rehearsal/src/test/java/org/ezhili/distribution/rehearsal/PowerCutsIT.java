package org.ezhili.distribution.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ezhili.distribution.systemtests.Answer;
import org.ezhili.distribution.systemtests.Database;
import org.ezhili.distribution.systemtests.Dealers;
import org.ezhili.distribution.systemtests.District;
import org.ezhili.distribution.systemtests.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The power goes at random moments of upgrades and roll-backs, while people work. {@code -Drehearsal.cuts} says how often,
 * {@code -Drehearsal.seed} repeats when.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PowerCutsIT {

    private static final String BUILD = System.getProperty("ezhili.version");
    private static final String POINTS = "points";
    private static final int CUTS = Integer.getInteger("rehearsal.cuts", 2);
    private static final long SEED = Long.getLong("rehearsal.seed", System.nanoTime());

    private final Random chance = new Random(SEED);
    private final PreviousRelease previous = PreviousRelease.kept();
    private District district;
    private Walks walks;

    Database database() {
        return Database.derby();
    }

    @BeforeAll
    void a_district_runs_the_last_release() {
        district = District.install(Path.of("target", getClass().getSimpleName()), database());
        previous.putInto(district);
        // the version left goes soon, so that some cuts meet that too
        district.with("ezhili.upgrade.standby", "1").withDemo(20).withShell().start();
        walks = new Walks(district.as(Person.IT));
    }

    @AfterAll
    void it_stops() {
        district.close();
    }

    @Test
    void after_each_power_cut_exactly_one_version_serves_and_nothing_acknowledged_is_lost() {
        String token = district.nobody()
                .tryToken(Person.RESIDENT.account(), Person.PASSWORD)
                .text("token");
        try (Traffic traffic = Traffic.patient(8, district.address(), token)) {
            for (int cut = 1; cut <= CUTS; cut++) {
                String module =
                        previous.modules().get(chance.nextInt(previous.modules().size()));
                Sent sent = sent(module, cut);
                district.killAfter(moment());
                district.start();
                arrived(sent);
            }
            traffic.endsWithNothingLostOrTwice(district.as(Person.RESIDENT));
        }
    }

    @Test
    void points_that_are_earned_and_redeemed_while_their_module_walks_are_there_once_however_often_the_power_goes() {
        try (Dealers dealers = new Dealers(district, chance)) {
            for (int cut = 1; cut <= CUTS; cut++) {
                int number = cut;
                Sent sent = dealers.whileTheyDeal(() -> {
                    Sent begun = sent(POINTS, number);
                    district.killAfter(moment());
                    return begun;
                });
                district.start();
                dealers.settle();
                arrived(sent);
                dealers.haveEverythingOnce(sent.toString());
            }
            assertThat(dealers.wishes()).isGreaterThan(CUTS * Dealers.CLIENTS);
        }
    }

    @Test
    void a_node_that_was_killed_in_the_middle_of_a_note_of_its_framework_serves_what_it_served() throws IOException {
        Map<String, String> served = live();
        for (String note : List.of("digraph.json", "state.json", "bundle.info")) {
            district.killAfter(Duration.ZERO);
            List<Path> notes = notes(note);
            Files.write(notes.get(chance.nextInt(notes.size())), new byte[0]);
            district.start();
            await(note + " was cut off").atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(live())
                    .isEqualTo(served));
        }
    }

    private Map<String, String> live() {
        Map<String, String> live = new TreeMap<>();
        previous.modules().forEach(module -> live.put(module, walks.live(module)));
        return live;
    }

    private List<Path> notes(String name) throws IOException {
        try (Stream<Path> files = Files.walk(district.data().resolve("karaf/cache"), 3)) {
            return files.filter(file -> file.getFileName().toString().equals(name))
                    .sorted()
                    .toList();
        }
    }

    private Duration moment() {
        return Duration.ofMillis(chance.nextInt(4_000));
    }

    /** A walk that district IT has been told is begun. */
    private record Sent(String id, String module, String from, String to, int cut) {
        @Override
        public String toString() {
            return "cut " + cut + " of seed " + SEED + ", " + module + " from " + from + " to " + to;
        }
    }

    /** Sends a module to the version that does not serve. */
    private Sent sent(String module, int cut) {
        String from = walks.live(module);
        boolean back = from.equals(BUILD);
        Answer begun = back ? walks.askBack(module) : walks.ask(Map.of(module, BUILD));
        assertThat(begun.status()).describedAs(begun.toString()).isEqualTo(202);
        return new Sent(
                begun.text("id"), module, from, back ? previous.versions().get(module) : BUILD, cut);
    }

    /** One version served since the start, the walk has gone on to its end, and one version of each module is left. */
    private void arrived(Sent sent) {
        String where = sent.toString();
        assertThat(walks.live(sent.module())).describedAs(where).isIn(sent.from(), sent.to());
        walks.gone(sent.id());
        assertThat(walks.live(sent.module())).describedAs(where).isEqualTo(sent.to());
        await(where + ": one version of each module is left")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> previous.modules().stream().allMatch(module -> walks.standing(module) == 1));
    }
}
