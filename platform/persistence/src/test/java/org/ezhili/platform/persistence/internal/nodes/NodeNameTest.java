package org.ezhili.platform.persistence.internal.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeNameTest {

    @Test
    void a_node_without_a_name_is_called_as_its_machine() {
        assertThat(NodeName.of(null, null).name()).isNotBlank();
        assertThat(NodeName.of("  ", null).name()).isNotBlank();
    }

    @Test
    void a_number_need_not_be_told() {
        assertThat(NodeName.of("east", null).number()).isEmpty();
        assertThat(NodeName.of("east", "").number()).isEmpty();
        assertThat(NodeName.of("east", " 1023 ").number()).contains(1023);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1024", "9999", "99999999999999999999", "seven", "7.0", "0x7", "٧"})
    void what_is_no_number_of_a_node_is_refused_in_words(String number) {
        assertThatThrownBy(() -> NodeName.of("east", number))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("EZHILI_NODE")
                .hasMessageContaining(number);
    }

    @Test
    void a_name_is_cut_where_the_column_ends() {
        assertThat(NodeName.of("x".repeat(500), null).name()).hasSize(100);
    }
}
