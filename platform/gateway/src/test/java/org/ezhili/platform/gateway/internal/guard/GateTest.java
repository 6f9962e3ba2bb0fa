package org.ezhili.platform.gateway.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.servlet.http.HttpServletRequest;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.gateway.internal.guard.Requests.Request;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final Limits NO_WAITING = new Limits(200, 3, 0, Duration.ofSeconds(1));
    private static final Limits TWO_WAIT = new Limits(200, 1, 2, Duration.ofSeconds(1));

    private static boolean enters(Gate gate) {
        try {
            return gate.enter(new Request().servlet());
        } catch (ProblemException refused) {
            assertThat(refused.problem().status()).isEqualTo(503);
            assertThat(refused.problem().retryAfterSeconds()).isPositive();
            return false;
        }
    }

    private static long enterAsManyAsFit(Gate gate) {
        return IntStream.range(0, 500).filter(one -> enters(gate)).count();
    }

    @Test
    void beyond_the_limit_a_request_is_told_to_come_again() {
        Gate gate = new Gate(NO_WAITING, new Crowd());
        assertThat(enterAsManyAsFit(gate)).isEqualTo(3);
        HttpServletRequest one = new Request().servlet();
        assertThatThrownBy(() -> gate.enter(one)).isInstanceOfSatisfying(ProblemException.class, busy -> assertThat(
                        busy.problem().code())
                .isEqualTo("module-busy"));
        gate.leave(false);
        assertThat(enterAsManyAsFit(gate)).isEqualTo(1);
    }

    @Test
    void however_many_modules_are_stuck_there_are_threads_left() {
        Limits limits = new Limits(200, 64, 0, Duration.ofSeconds(1));
        Crowd crowd = new Crowd();
        List<Long> taken = new ArrayList<>();
        for (int module = 0; module < 12; module++) {
            taken.add(enterAsManyAsFit(new Gate(limits, crowd)));
        }
        assertThat(taken.get(0)).isEqualTo(64);
        assertThat(taken.get(11)).isPositive();
        assertThat(taken.stream().mapToLong(Long::longValue).sum()).isLessThan(200);
    }

    @Test
    void who_waits_gets_the_place_of_who_leaves_first_come_first_served() {
        Gate gate = new Gate(TWO_WAIT, new Crowd());
        Request first = new Request();
        Request second = new Request();
        Request third = new Request();
        assertThat(gate.enter(first.servlet())).isTrue();
        assertThat(gate.enter(second.servlet())).isFalse();
        assertThat(gate.enter(third.servlet())).isFalse();
        gate.leave(false);
        assertThat(second.isDispatched()).isTrue();
        assertThat(third.isDispatched()).isFalse();
        assertThat(gate.enter(second.servlet())).isTrue();
        assertThat(gate.underWay()).isEqualTo(1);
        gate.leave(false);
        assertThat(gate.enter(third.servlet())).isTrue();
        gate.leave(false);
        assertThat(gate.underWay()).isZero();
    }

    @Test
    void nobody_overtakes_those_who_wait() {
        Gate gate = new Gate(TWO_WAIT, new Crowd());
        Request waiting = new Request();
        assertThat(enters(gate)).isTrue();
        assertThat(gate.enter(waiting.servlet())).isFalse();
        gate.leave(false);
        assertThat(enters(gate)).isFalse();
        assertThat(gate.enter(waiting.servlet())).isTrue();
    }

    @Test
    void whoever_comes_while_the_last_one_leaves_is_not_forgotten_in_the_line() throws Exception {
        Gate gate = new Gate(new Limits(200, 1, 100, Duration.ofSeconds(1)), new Crowd());
        CyclicBarrier together = new CyclicBarrier(3);
        int rounds = 20_000;
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> visits = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                visits.add(people.submit(() -> {
                    for (int round = 0; round < rounds; round++) {
                        together.await(20, TimeUnit.SECONDS);
                        comeAndGo(gate);
                        together.await(20, TimeUnit.SECONDS);
                    }
                    return null;
                }));
            }
            for (int round = 0; round < rounds; round++) {
                assertThat(enters(gate)).isTrue();
                together.await(20, TimeUnit.SECONDS);
                gate.leave(false);
                together.await(20, TimeUnit.SECONDS);
            }
            for (Future<?> visit : visits) {
                visit.get(20, TimeUnit.SECONDS);
            }
        } finally {
            people.shutdownNow();
        }
        assertThat(gate.underWay()).isZero();
    }

    private static void comeAndGo(Gate gate) {
        Request one = new Request();
        boolean isIn = gate.enter(one.servlet());
        while (!isIn) {
            long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (!one.isDispatched()) {
                assertThat(System.nanoTime() - end).as("forgotten").isNegative();
                Thread.yield();
            }
            isIn = gate.enter(one.servlet());
        }
        gate.leave(false);
    }

    @Test
    void one_that_computes_for_long_where_few_are_let_in_is_not_stuck() {
        AtomicLong now = new AtomicLong();
        Gate gate = new Gate(new Limits(200, 64, 100, Duration.ofSeconds(1)), new Crowd(), now::get);
        assertThat(enters(gate)).isTrue();
        gate.appetite().halve(1);
        for (int second = 0; second < 30; second++) {
            now.addAndGet(Duration.ofSeconds(1).toNanos());
            assertThat(gate.enter(new Request().servlet())).isFalse();
        }
        assertThat(gate.isWell()).isTrue();
    }

    @Test
    void a_line_that_is_too_long_turns_away() {
        Gate gate = new Gate(TWO_WAIT, new Crowd());
        assertThat(enters(gate)).isTrue();
        gate.enter(new Request().servlet());
        gate.enter(new Request().servlet());
        assertThatThrownBy(() -> gate.enter(new Request().servlet())).isInstanceOf(ProblemException.class);
        assertThat(gate.turnedAway()).isEqualTo(1);
    }

    @Test
    void who_has_waited_for_nothing_is_told_to_come_again() {
        Gate gate = new Gate(TWO_WAIT, new Crowd());
        Request waiting = new Request();
        assertThat(enters(gate)).isTrue();
        assertThat(gate.enter(waiting.servlet())).isFalse();
        waiting.timesOut();
        assertThat(waiting.isDispatched()).isTrue();
        assertThatThrownBy(() -> gate.enter(waiting.servlet())).isInstanceOf(ProblemException.class);
        gate.leave(false);
        assertThat(enters(gate)).isTrue();
    }

    @Test
    void who_leaves_the_line_takes_no_place() {
        Gate gate = new Gate(TWO_WAIT, new Crowd());
        Request gone = new Request();
        assertThat(enters(gate)).isTrue();
        assertThat(gate.enter(gone.servlet())).isFalse();
        gone.breaksOff();
        gate.leave(false);
        assertThat(gone.isDispatched()).isFalse();
        assertThat(gate.underWay()).isZero();
    }

    @Test
    void a_place_that_is_not_taken_up_goes_to_the_next() {
        Gate gate = new Gate(TWO_WAIT, new Crowd());
        Request first = new Request();
        Request second = new Request();
        assertThat(enters(gate)).isTrue();
        gate.enter(first.servlet());
        gate.enter(second.servlet());
        gate.leave(false);
        WaitingLine.forget(first.servlet());
        assertThat(gate.enter(second.servlet())).isTrue();
        assertThat(gate.underWay()).isEqualTo(1);
    }

    @Test
    void at_a_switch_those_who_wait_go_to_the_new_version_and_may_wait_there() {
        Crowd crowd = new Crowd();
        Gate old = new Gate(TWO_WAIT, crowd);
        Gate fresh = new Gate(TWO_WAIT, crowd);
        Request called = new Request();
        Request waiting = new Request();
        assertThat(enters(old)).isTrue();
        old.enter(called.servlet());
        old.enter(waiting.servlet());
        old.leave(false);
        old.dismiss();
        assertThat(fresh.enter(called.servlet())).isTrue();
        assertThat(old.underWay()).isZero();
        assertThat(fresh.enter(waiting.servlet())).isFalse();
        fresh.leave(false);
        assertThat(fresh.enter(waiting.servlet())).isTrue();
    }

    @Test
    void a_module_whose_requests_fail_is_unwell_and_the_next_is_not() {
        Crowd crowd = new Crowd();
        Gate bad = new Gate(NO_WAITING, crowd);
        Gate good = new Gate(NO_WAITING, crowd);
        for (int i = 0; i < 10; i++) {
            assertThat(enters(bad)).isTrue();
            bad.leave(true);
        }
        assertThatThrownBy(() -> bad.enter(new Request().servlet()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        unwell -> assertThat(unwell.problem().code()).isEqualTo("module-unwell"));
        assertThat(bad.isWell()).isFalse();
        assertThat(enters(good)).isTrue();
    }
}
