package org.ezhili.distribution.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RatioTest {

    @Test
    void slices_are_divided_pair_by_pair_so_that_a_slow_minute_falls_out() {
        Ratio ratio = Ratio.of(List.of(60.0, 6.0, 70.0), List.of(100.0, 10.0, 100.0));
        assertThat(ratio.middle()).isCloseTo(0.6, within(1e-9));
        assertThat(ratio.least()).isCloseTo(0.6, within(1e-9));
        assertThat(ratio.most()).isCloseTo(0.7, within(1e-9));
    }

    @Test
    void slices_without_their_pair_are_refused() {
        assertThatThrownBy(() -> Ratio.of(List.of(1.0), List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Ratio.of(List.of(), List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_line_says_whether_its_target_was_met() {
        Ratio ratio = new Ratio(0.59, 0.5, 0.7);
        assertThat(new Line("GET", ratio, Line.Target.atLeast(0.6), "1 / 2").markdown())
                .isEqualTo("| GET | 0.59 (0.50–0.70) | ≥ 0.6 | **no** | 1 / 2 |");
        assertThat(new Line("list", ratio, Line.Target.atMost(1.2), "1 / 2").markdown())
                .contains("| ≤ 1.2 | yes |");
        assertThat(new Line("aside", ratio, Optional.empty(), "1 / 2").markdown())
                .contains("|  |  |");
    }
}
