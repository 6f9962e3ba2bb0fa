package org.ezhili.platform.build.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.ezhili.platform.lib.rules.Clause;
import org.junit.jupiter.api.Test;

class AHeaderIsReadClauseByClauseTest {

    @Test
    void commas_and_semicolons_within_quotes_do_not_end_a_clause() {
        assertThat(Clause.parse("a.b;version=\"[1.0,2)\";uses:=\"x;y,z\",c"))
                .containsExactly(
                        new Clause("a.b", Map.of("version", "[1.0,2)"), Map.of("uses", "x;y,z")),
                        new Clause("c", Map.of(), Map.of()));
    }

    @Test
    void names_that_share_their_parameters_become_clauses_of_their_own() {
        assertThat(Clause.parse("a;b;version=1"))
                .containsExactly(
                        new Clause("a", Map.of("version", "1"), Map.of()),
                        new Clause("b", Map.of("version", "1"), Map.of()));
    }

    @Test
    void a_typed_attribute_keeps_its_bare_name() {
        assertThat(Clause.parse("x; version:Version = 1.2 "))
                .containsExactly(new Clause("x", Map.of("version", "1.2"), Map.of()));
    }

    @Test
    void nothing_makes_no_clause() {
        assertThat(Clause.parse(" , ")).isEmpty();
    }
}
