package org.ezhili.platform.gateway.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CircuitTest {

    private static final long SECOND = 1_000_000_000L;

    private long now = 1_000 * SECOND;
    private long ended;
    private final Circuit circuit = new Circuit(() -> now);

    private void end(int times, boolean failed) {
        for (int i = 0; i < times; i++) {
            ended++;
            circuit.ended(failed, () -> ended);
        }
    }

    private void pass(long seconds) {
        now += seconds * SECOND;
    }

    private void single(boolean failed) {
        assertThat(circuit.refusedFor()).isZero();
        end(1, failed);
    }

    @Test
    void a_few_failures_close_no_module() {
        end(9, true);
        assertThat(circuit.refusedFor()).isZero();
    }

    @Test
    void a_row_of_failures_does() {
        end(10, true);
        assertThat(circuit.refusedFor()).isEqualTo(5);
        assertThat(circuit.isClosed()).isFalse();
    }

    @Test
    void failures_among_as_many_successes_do_and_among_more_do_not() {
        for (int i = 0; i < 50; i++) {
            end(1, true);
            end(2, false);
        }
        assertThat(circuit.isClosed()).isTrue();
        for (int i = 0; i < 50; i++) {
            end(1, true);
        }
        assertThat(circuit.isClosed()).isFalse();
    }

    @Test
    void failures_long_ago_are_forgotten() {
        for (int i = 0; i < 40; i++) {
            end(9, true);
            pass(11);
        }
        assertThat(circuit.isClosed()).isTrue();
    }

    @Test
    void after_a_pause_one_request_at_a_time_tries_and_three_that_succeed_let_all_in() {
        end(10, true);
        pass(5);
        for (int i = 0; i < 3; i++) {
            assertThat(circuit.isClosed()).isFalse();
            assertThat(circuit.refusedFor()).isZero();
            assertThat(circuit.refusedFor()).isPositive();
            end(1, false);
        }
        assertThat(circuit.isClosed()).isTrue();
    }

    @Test
    void each_trial_that_fails_doubles_the_pause_up_to_a_minute() {
        end(10, true);
        long[] pauses = {5, 10, 20, 40, 60, 60};
        for (long pause : pauses) {
            assertThat(circuit.refusedFor()).isEqualTo(pause);
            pass(pause);
            single(true);
        }
    }

    @Test
    void a_trial_that_never_ends_counts_as_failed() {
        end(10, true);
        pass(5);
        assertThat(circuit.refusedFor()).isZero();
        pass(31);
        assertThat(circuit.refusedFor()).isEqualTo(10);
    }

    @Test
    void a_trial_that_was_turned_away_further_on_is_none() {
        end(10, true);
        pass(5);
        assertThat(circuit.refusedFor()).isZero();
        circuit.notTried();
        single(false);
    }

    @Test
    void a_module_that_is_full_and_lets_nobody_out_is_stuck() {
        circuit.full(7);
        pass(10);
        circuit.full(7);
        assertThat(circuit.isClosed()).isTrue();
        pass(1);
        circuit.full(7);
        assertThat(circuit.isClosed()).isFalse();
    }

    @Test
    void a_module_that_is_full_because_many_come_is_not() {
        for (int i = 0; i < 100; i++) {
            circuit.full(i);
            pass(9);
        }
        assertThat(circuit.isClosed()).isTrue();
    }

    @Test
    void it_can_close_again_after_it_has_opened() {
        end(10, true);
        pass(5);
        single(false);
        single(false);
        single(false);
        end(9, true);
        assertThat(circuit.isClosed()).isTrue();
        end(1, true);
        assertThat(circuit.refusedFor()).isEqualTo(5);
    }
}
