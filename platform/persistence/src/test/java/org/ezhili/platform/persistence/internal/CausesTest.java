package org.ezhili.platform.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CausesTest {

    @Test
    void what_others_or_an_absent_database_are_to_blame_for_is_tried_again() {
        for (String state : List.of("08001", "08003", "57P01", "40XL1", "40001", "40P01", "55P03")) {
            assertThat(Causes.isPassing(new IllegalStateException(new SQLException("…", state))))
                    .describedAs(state)
                    .isTrue();
        }
        assertThat(Causes.isPassing(new IllegalStateException(new SQLTransientConnectionException("timed out"))))
                .isTrue();
    }

    @Test
    void what_is_wrong_in_itself_is_not_tried_again() {
        for (String state : List.of("42X05", "42P01", "23505", "XJ001", "")) {
            assertThat(Causes.isPassing(new IllegalStateException(new SQLException("…", state))))
                    .describedAs(state)
                    .isFalse();
        }
        assertThat(Causes.isPassing(new IllegalStateException(new SQLException("no state"))))
                .isFalse();
        assertThat(Causes.isPassing(new NullPointerException())).isFalse();
    }
}
