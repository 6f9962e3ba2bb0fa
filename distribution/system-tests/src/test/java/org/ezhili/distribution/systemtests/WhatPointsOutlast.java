package org.ezhili.distribution.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The node is killed at random moments while people earn and redeem, and loses its plugin for a while. {@code -Dezhili.kills}
 * says how often it is killed, {@code -Dezhili.seed} repeats when; {@code ./test faults --long} kills a hundred times.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WhatPointsOutlast {

    private static final int KILLS = Integer.getInteger("ezhili.kills", 2);
    private static final long SEED = Long.getLong("ezhili.seed", System.nanoTime());
    private static final int LONGEST_MILLIS = 4_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String ACCOUNT = "/api/points/v1/account";

    private final Random random = new Random(SEED);
    private District district;
    private Dealers dealers;

    abstract Database database();

    @BeforeAll
    void the_district_starts() {
        Path folder = Path.of("target", "districts", getClass().getSimpleName());
        district = District.install(folder, database()).withDemo(1).withShell().start();
        dealers = new Dealers(district, random);
    }

    @AfterAll
    void the_district_stops() {
        dealers.close();
        district.close();
    }

    @Test
    void what_was_acknowledged_is_there_once_and_the_ledger_is_right_however_often_the_power_goes() {
        int before = dealers.wishes();
        for (int kill = 1; kill <= KILLS; kill++) {
            Duration moment = Duration.ofMillis(100 + random.nextInt(LONGEST_MILLIS));
            dealers.dealWhile(() -> district.killAfter(moment));
            district.start();
            dealers.settle();
            dealers.haveEverythingOnce("kill " + kill + " of seed " + SEED);
        }
        assertThat(dealers.wishes() - before).isGreaterThan(KILLS * Dealers.CLIENTS);
    }

    @Test
    void with_the_plugin_uninstalled_all_else_runs_on_and_installed_again_every_balance_is_there() {
        int before = dealers.wishes();
        dealers.dealWhile(() -> await().atMost(PATIENCE).until(() -> dealers.wishes() > before + 2 * Dealers.CLIENTS));
        dealers.settle();
        Client resident = district.as(Person.RESIDENT);

        assertThat(district.shell("feature:uninstall ezhili-points")).isEmpty();

        assertThat(resident.get(ACCOUNT).status()).isEqualTo(404);
        assertThat(modules()).doesNotContain("points").contains("grid", "matters", "platform", "security");
        resident.post(
                        InDistrict.MATTERS + "/matters",
                        Json.of("category", InDistrict.CATEGORY, "description", "没有积分", "area", InDistrict.GRID))
                .granted(201);
        assertThat(district.isUp()).isTrue();

        assertThat(district.shell("feature:install ezhili-points")).isEmpty();

        await("points are back")
                .atMost(PATIENCE)
                .until(() -> resident.get(ACCOUNT).status() == 200);
        dealers.haveEverythingOnce("installed again");
        int again = dealers.wishes();
        dealers.dealWhile(() -> await().atMost(PATIENCE).until(() -> dealers.wishes() > again + Dealers.CLIENTS));
        dealers.settle();
        dealers.haveEverythingOnce("dealt with again");
    }

    private Set<String> modules() {
        return Set.copyOf(district.nobody().get("/health").granted(200).json().findValuesAsText("id"));
    }
}
