package org.ezhili.distribution.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** One district, started once, and what people do in it all day, whatever its database is and however many nodes it has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class TheDistrictLives
        implements SigningIn,
                TheAreaTree,
                TheLifeOfAMatter,
                WhatAMatterRefuses,
                ListsOfMatters,
                Photos,
                SwitchingModules,
                VolunteersAtWork,
                SettingStreets,
                RewardsAtTheCounter,
                ReleasesArrive,
                TheDoor,
                Faults {

    private static final int PAST_MATTERS = 60;

    private District district;

    abstract Database database();

    District installed(Path folder) {
        return District.install(folder, database());
    }

    @BeforeAll
    void the_district_starts() {
        Path folder = Path.of("target", "districts", getClass().getSimpleName());
        district = installed(folder).withDemo(PAST_MATTERS).withShell();
        district.start();
        bothStreetsHavePointsAndNobodyIsBusy();
    }

    /** The demo district's west street lacks points, and its people have plans for today: here they have neither. */
    private void bothStreetsHavePointsAndNobodyIsBusy() {
        String points = "/api/platform/v1/streets/" + Person.STREET_WEST.area() + "/modules/points";
        assertThat(as(Person.IT).put(points, Json.of("enabled", true)).status()).isEqualTo(200);
        String activities = "/api/points/v1/activities";
        for (JsonNode activity : as(Person.STREET_EAST)
                .get(activities + "?street=" + Person.STREET_EAST.area() + "&limit=200")
                .json()
                .path("items")) {
            if (isToCome(activity)) {
                as(Person.STREET_EAST)
                        .post(
                                activities + "/" + activity.path("id").asText() + "/cancellation",
                                Json.of("reason", "今天没有活动"));
            }
        }
    }

    /** What is over has been counted and earned its points: that stays. */
    private static boolean isToCome(JsonNode activity) {
        for (JsonNode shift : activity.path("shifts")) {
            if (Instant.parse(shift.path("endsAt").asText()).isAfter(Instant.now())) {
                return true;
            }
        }
        return false;
    }

    @AfterAll
    void the_district_stops() {
        if (district != null) {
            district.close();
        }
    }

    @Override
    public District district() {
        return district;
    }

    /** After all the others: what they have done, faults included, left nothing in the log that nobody can act on. */
    @Test
    @Order(Integer.MAX_VALUE)
    void the_log_has_no_stack_trace_and_no_warning() {
        assertThat(district.log().complaints()).isEmpty();
    }
}
