package org.ezhili.platform.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegibleTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a=b", "q=%E4%BA%95&x=%2b", "q=%2500", "q=a+b", "%41"})
    void percent_encoded_queries_are_text(String query) {
        assertThat(Legible.isText(query)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%", "a=%", "a=%1", "a=%zz", "a=%4", "a=%4g", "a=%00", "a=b%00c", "a=%E4%", "a=%\uFF11\uFF12"})
    void other_queries_are_not(String query) {
        assertThat(Legible.isText(query)).isFalse();
    }

    @Test
    void no_query_is_fine() {
        assertThat(Legible.isText(null)).isTrue();
    }

    @Test
    void character_sets_are_those_that_java_knows() {
        assertThat(Legible.isKnown(null)).isTrue();
        assertThat(Legible.isKnown("utf-8")).isTrue();
        assertThat(Legible.isKnown("zzz")).isFalse();
        assertThat(Legible.isKnown("??")).isFalse();
        assertThat(Legible.isKnown("")).isFalse();
    }
}
