package org.ezhili.grid.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.ezhili.platform.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    @Test
    void days_are_written_as_in_iso_8601() {
        assertThat(Parameters.day("on", "2026-02-28")).isEqualTo(LocalDate.of(2026, 2, 28));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "today",
                "2026-02-30",
                "2026-2-3",
                "-999999999-01-01",
                "-5000-01-01",
                "+10000-01-01",
                "0000-01-01"
            })
    void days_that_no_database_knows_are_refused(String text) {
        assertThatThrownBy(() -> Parameters.day("on", text))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(400));
    }
}
