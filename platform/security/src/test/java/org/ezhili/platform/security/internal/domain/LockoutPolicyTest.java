package org.ezhili.platform.security.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ezhili.platform.security.internal.domain.LockoutPolicy.Admission;
import org.junit.jupiter.api.Test;

class LockoutPolicyTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final LockoutPolicy policy = new LockoutPolicy(10, WINDOW);

    @Test
    void ten_tries_are_looked_at_and_the_eleventh_is_not() {
        Tries tries = Tries.none(NOW);
        for (int number = 1; number <= 10; number++) {
            tries = counted(tries, NOW).after();
        }
        assertThat(policy.admit(tries, NOW)).isEqualTo(new Admission.Locked(NOW.plus(WINDOW)));
    }

    @Test
    void only_the_tenth_is_the_last() {
        assertThat(counted(new Tries(8, NOW, Optional.empty()), NOW).last()).isFalse();
        assertThat(counted(new Tries(9, NOW, Optional.empty()), NOW).last()).isTrue();
    }

    @Test
    void the_lock_holds_until_the_window_is_over_and_not_longer() {
        Tries locked = new Tries(10, NOW, Optional.of(NOW.plus(WINDOW)));
        assertThat(policy.admit(locked, NOW.plus(WINDOW).minusMillis(1))).isInstanceOf(Admission.Locked.class);
        assertThat(counted(locked, NOW.plus(WINDOW)).after().failed()).isEqualTo(1);
    }

    @Test
    void tries_while_locked_do_not_make_the_lock_longer() {
        Tries locked = new Tries(10, NOW, Optional.of(NOW.plus(WINDOW)));
        assertThat(policy.admit(locked, NOW.plusSeconds(600))).isEqualTo(new Admission.Locked(NOW.plus(WINDOW)));
    }

    @Test
    void tries_of_an_earlier_window_are_forgotten() {
        Tries old = new Tries(9, NOW, Optional.empty());
        assertThat(counted(old, NOW.plus(WINDOW)).after()).isEqualTo(new Tries(1, NOW.plus(WINDOW), Optional.empty()));
    }

    @Test
    void the_window_begins_with_the_first_try_and_does_not_slide() {
        Tries tries = new Tries(5, NOW, Optional.empty());
        assertThat(counted(tries, NOW.plusSeconds(800)).after().since()).isEqualTo(NOW);
    }

    @Test
    void a_policy_without_tries_or_time_is_none() {
        assertThatThrownBy(() -> new LockoutPolicy(0, WINDOW)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LockoutPolicy(10, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LockoutPolicy(10, WINDOW.negated())).isInstanceOf(IllegalArgumentException.class);
    }

    private Admission.Counted counted(Tries before, Instant now) {
        return (Admission.Counted) policy.admit(before, now);
    }
}
