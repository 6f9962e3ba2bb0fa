package org.ezhili.platform.gateway.internal.routes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeToComeTest {

    private static final long AN_HOUR = 3_600_000;

    private static long seconds(String said, long uptimeMillis) {
        return new TimeToCome(said, () -> uptimeMillis).now().toSeconds();
    }

    @ParameterizedTest
    @CsvSource({"120, 120", "45, 45", "4, 20", "0, 30", "-5, 30", "soon, 30", "99999, 30", ", 30"})
    void district_it_says_how_long_a_module_may_take_but_not_less_than_twenty_seconds(String said, long seconds) {
        assertThat(seconds(said, AN_HOUR)).isEqualTo(seconds);
    }

    @Test
    void while_the_node_starts_it_is_a_minute_at_least() {
        assertThat(seconds("4", 0)).isEqualTo(60);
        assertThat(seconds("90", 119_999)).isEqualTo(90);
        assertThat(seconds("4", 120_000)).isEqualTo(20);
    }
}
