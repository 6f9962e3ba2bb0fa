package org.ezhili.platform.modules.internal.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContrastTest {

    @Test
    void black_on_white_is_as_legible_as_can_be_and_white_on_white_not_at_all() {
        assertThat(Contrast.onWhite("#000000")).isEqualTo(21, within(0.001));
        assertThat(Contrast.onWhite("#ffffff")).isEqualTo(1, within(0.001));
    }

    /** The greys between which WCAG's own examples draw the line. */
    @Test
    void the_line_lies_where_wcag_draws_it() {
        assertThat(Contrast.onWhite("#767676")).isGreaterThanOrEqualTo(Contrast.LEAST);
        assertThat(Contrast.onWhite("#777777")).isLessThan(Contrast.LEAST);
    }

    @Test
    void the_house_s_own_blue_passes() {
        assertThat(Contrast.onWhite("#0b57a4")).isGreaterThan(Contrast.LEAST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#fff", "#FFFFFF", "red", "#12345g", "#1234567", "123456", "#123456;x", "rgb(0,0,0)"})
    void what_is_not_written_as_a_colour_is_none(String text) {
        assertThat(Contrast.isColour(text)).isFalse();
    }
}
