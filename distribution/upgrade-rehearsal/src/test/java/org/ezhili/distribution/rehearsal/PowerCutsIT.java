package org.ezhili.distribution.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.ezhili.distribution.systemtests.Database;
import org.ezhili.distribution.systemtests.District;
import org.ezhili.distribution.systemtests.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The power goes at random moments of upgrades and roll-backs, while people work. */
@EnabledIfSystemProperty(named = "rehearsal.long", matches = "true")
class PowerCutsIT {

    private static final String BUILD = System.getProperty("ezhili.version");
    private static final int CUTS = Boolean.getBoolean("rehearsal.long") ? 100 : 4;
    private static final long SEED = Long.getLong("rehearsal.seed", 20261123L);

    private static PreviousRelease previous;
    private static District district;
    private static Walks walks;

    @BeforeAll
    static void a_district_runs_the_last_release() {
        previous = PreviousRelease.kept();
        district = District.install(Path.of("target", "cut-district"), Database.derby());
        previous.putInto(district);
        district.withDemo(20).start();
        walks = new Walks(district.as(Person.IT));
    }

    @AfterAll
    static void it_stops() {
        district.close();
    }

    @Test
    void after_each_power_cut_exactly_one_version_serves_and_nothing_acknowledged_is_lost() {
        Random chance = new Random(SEED);
        String token = district.nobody()
                .tryToken(Person.RESIDENT.account(), Person.PASSWORD)
                .text("token");
        try (Traffic traffic = Traffic.patient(8, district.address(), token)) {
            for (int cut = 0; cut < CUTS; cut++) {
                String module =
                        previous.modules().get(chance.nextInt(previous.modules().size()));
                String before = walks.live(module);
                boolean back = before.equals(BUILD);
                assertThat((back ? walks.askBack(module) : walks.ask(Map.of(module, BUILD))).status())
                        .isEqualTo(202);
                LockSupport.parkNanos(Duration.ofMillis(chance.nextInt(2_500)).toNanos());
                district.kill();
                district.start();
                settled(module, "cut " + cut + " of seed " + SEED + ", " + module + (back ? " back" : " up"));
            }
            traffic.close();
            assertThat(traffic.failures()).isEmpty();
            assertThat(traffic.reports()).isNotEmpty();
            Map<String, Integer> told = UnderLoadIT.told(district.as(Person.RESIDENT));
            for (Traffic.Report report : traffic.reports()) {
                assertThat(told.get(report.description()))
                        .describedAs(report.toString())
                        .isEqualTo(1);
            }
        }
    }

    /** One version of each module serves, the one that every node is to serve, and the walk goes on to its end. */
    private static void settled(String module, String where) {
        assertThat(walks.live(module))
                .describedAs(where)
                .isIn(previous.versions().get(module), BUILD);
        await(where + ": the walk comes to its end, and one version of each module is left")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> walks.isAtRest() && previous.modules().stream().allMatch(one -> walks.standing(one) == 1));
        assertThat(walks.live(module))
                .describedAs(where)
                .isIn(previous.versions().get(module), BUILD);
    }
}
