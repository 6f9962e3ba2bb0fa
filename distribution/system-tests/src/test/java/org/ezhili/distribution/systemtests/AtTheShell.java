package org.ezhili.distribution.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ezhili.distribution.systemtests.InDistrict.granted;
import static org.ezhili.distribution.systemtests.InDistrict.refused;
import static org.ezhili.distribution.systemtests.Person.COMMUNITY;
import static org.ezhili.distribution.systemtests.Person.STREET_EAST;

import org.junit.jupiter.api.Test;

/** District IT turns modules and sets streets at the shell; everybody sees it at once, and what is wrong is refused in words. */
interface AtTheShell extends InDistrict {

    String POINTS_NEAR = "/api/points/v1/activities";

    @Test
    default void a_module_is_switched_off_and_on_for_a_street_at_the_shell() {
        assertThat(district().shell("ezhili:module-disable points " + EAST)).isEqualTo("points is off for " + EAST);
        try {
            refused(as(COMMUNITY).get(POINTS_NEAR), 403, "module-off");
            assertThat(district().shell("ezhili:street-list --no-format 340603"))
                    .containsPattern("(?m)^" + EAST + "\\s.*points");
        } finally {
            assertThat(district().shell("ezhili:module-enable points " + EAST)).isEqualTo("points is on for " + EAST);
        }
        granted(as(COMMUNITY).get(POINTS_NEAR), 200);
    }

    @Test
    default void a_street_is_set_looked_back_at_and_put_back_at_the_shell() {
        String settings = "ezhili:street-settings %s " + EAST + " matters";
        assertThat(district().shell(settings.formatted("--no-format --set limitPercent=77")))
                .containsPattern("(?m)^limitPercent\\s+77\\s+here");
        try {
            assertThat(granted(as(STREET_EAST).get(PLATFORM + "/streets/" + EAST + "/settings/matters"), 200)
                            .json()
                            .at("/values/limitPercent")
                            .asInt())
                    .isEqualTo(77);
            assertThat(district().shell(settings.formatted("--history --no-format")))
                    .contains("shell:tester", "limitPercent=77");
        } finally {
            assertThat(district().shell(settings.formatted("--no-format --unset limitPercent")))
                    .doesNotContainPattern("(?m)^limitPercent\\s+\\S+\\s+here");
        }
    }

    @Test
    default void what_is_wrong_is_refused_in_words_and_with_a_status_for_scripts() {
        assertThat(district().shell("ezhili:street-settings --set limitPercent=abc " + EAST + " matters"))
                .startsWith("failed: ")
                .contains("refused: bad-request", "values.limitPercent: wrong-type");
        assertThat(district().shell("ezhili:module-disable grid " + EAST))
                .startsWith("failed: ")
                .contains("refused: ");
        assertThat(district().shell("ezhili:module-disable points 999999999"))
                .startsWith("failed: ")
                .doesNotContain("Exception");
    }
}
