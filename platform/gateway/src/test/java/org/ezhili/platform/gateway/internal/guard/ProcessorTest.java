package org.ezhili.platform.gateway.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import org.ezhili.platform.gateway.internal.guard.Requests.Request;
import org.junit.jupiter.api.Test;

class ProcessorTest {

    private final Limits limits = new Limits(400, 64, 256, Duration.ofSeconds(1));
    private static final long TICK = Duration.ofMillis(100).toNanos();

    private final Machine machine = new Machine();
    private final Processor processor = new Processor(limits, machine);
    private final Crowd crowd = new Crowd();
    private final Gate flooded = gate("flooded");
    private final Gate other = gate("other");

    private Gate gate(String module) {
        Gate gate = new Gate(limits, crowd);
        processor.watch(gate, module);
        return gate;
    }

    /** Two cores; the process takes what it is said to take. */
    private static final class Machine implements ProcessorTimes {
        private long now;
        private long process;
        private long thread;
        private double load;

        @Override
        public int cores() {
            return 2;
        }

        @Override
        public long now() {
            return now;
        }

        @Override
        public long ofProcess() {
            return process;
        }

        @Override
        public long of(Thread asked) {
            return thread;
        }

        @Override
        public double load() {
            return load;
        }
    }

    private static void ask(Gate gate, int times) {
        for (int i = 0; i < times; i++) {
            gate.enter(new Request().servlet());
        }
    }

    /** A tenth of a second goes by. */
    private void look(double coresOfFlooded, double coresOfOther, double load) {
        flooded.appetite().took((long) (coresOfFlooded * TICK));
        other.appetite().took((long) (coresOfOther * TICK));
        machine.now += TICK;
        machine.process += (long) (load * machine.cores() * TICK);
        machine.load = load;
        processor.look();
    }

    private int letIn(Gate gate) {
        return Math.min(gate.appetite().atOnce(), 64);
    }

    private void flood() {
        ask(flooded, 200);
        ask(other, 4);
        for (int i = 0; i < 10; i++) {
            look(1.6, 0.2, 1);
        }
    }

    @Test
    void as_long_as_there_is_some_left_a_module_may_take_as_much_as_it_likes() {
        ask(flooded, 200);
        for (int i = 0; i < 10; i++) {
            look(1.2, 0.2, 0.8);
        }
        assertThat(letIn(flooded)).isEqualTo(64);
    }

    @Test
    void when_it_is_full_who_asks_for_most_gets_fewer_in_with_every_look_down_to_one() {
        ask(flooded, 200);
        ask(other, 4);
        look(1.6, 0.2, 1);
        assertThat(letIn(flooded)).as("what was before is not known").isEqualTo(64);
        look(1.6, 0.2, 1);
        assertThat(letIn(flooded)).isEqualTo(32);
        for (int i = 0; i < 10; i++) {
            look(1.6, 0.2, 1);
        }
        assertThat(letIn(flooded)).isEqualTo(1);
        assertThat(letIn(other)).isEqualTo(64);
    }

    @Test
    void who_is_let_in_by_few_waits_and_comes_in_one_after_the_other() {
        flood();
        for (int i = 0; i < 64; i++) {
            flooded.leave(false);
        }
        assertThat(flooded.underWay()).isEqualTo(1);
        flooded.leave(false);
        assertThat(flooded.underWay()).isEqualTo(1);
    }

    @Test
    void when_there_is_some_left_again_the_module_gets_its_full_number_again() {
        flood();
        for (int i = 0; i < 25; i++) {
            look(0.1, 0.1, 0.3);
        }
        assertThat(letIn(flooded)).isEqualTo(64);
    }

    @Test
    void a_module_that_is_alone_is_left_alone() {
        ask(flooded, 200);
        for (int i = 0; i < 10; i++) {
            look(1.9, 0, 1);
        }
        assertThat(letIn(flooded)).isEqualTo(64);
    }

    @Test
    void who_is_alone_again_gets_its_full_number_again() {
        flood();
        for (int i = 0; i < 25; i++) {
            look(1.6, 0, 1);
        }
        assertThat(letIn(flooded)).isEqualTo(64);
    }

    @Test
    void a_handful_of_requests_is_no_flood() {
        ask(flooded, 7);
        ask(other, 1);
        for (int i = 0; i < 10; i++) {
            look(1.6, 0.2, 1);
        }
        assertThat(letIn(flooded)).isEqualTo(64);
    }

    @Test
    void of_two_that_ask_for_as_much_none_is_to_blame() {
        ask(flooded, 200);
        ask(other, 200);
        for (int i = 0; i < 10; i++) {
            look(1.6, 0.2, 1);
        }
        assertThat(letIn(flooded)).isEqualTo(64);
        assertThat(letIn(other)).isEqualTo(64);
    }

    @Test
    void requests_that_wait_for_something_else_are_not_to_blame() {
        ask(flooded, 200);
        ask(other, 4);
        for (int i = 0; i < 10; i++) {
            look(0.1, 1.8, 1);
        }
        assertThat(letIn(flooded)).isEqualTo(64);
        assertThat(letIn(other)).isEqualTo(64);
    }

    @Test
    void a_module_whose_few_requests_turn_out_to_wait_gets_more_in_though_the_processor_is_full() {
        flood();
        for (int i = 0; i < 63; i++) {
            flooded.leave(false);
        }
        assertThat(flooded.underWay()).isEqualTo(1);
        look(0.01, 1.8, 1);
        assertThat(flooded.underWay()).isEqualTo(2);
    }

    @Test
    void requests_that_compute_a_little_and_wait_a_lot_stay_more_than_one_at_a_time() {
        flood();
        for (int i = 0; i < 64; i++) {
            flooded.leave(false);
        }
        look(0.23, 1.6, 1);
        assertThat(letIn(flooded)).isEqualTo(2);
        look(0.46, 1.4, 1);
        assertThat(letIn(flooded)).isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_request_that_computes_without_end_is_seen_before_it_ends() {
        ask(flooded, 200);
        ask(other, 4);
        try (Processor.Stint endless = processor.begin(flooded)) {
            for (int i = 0; i < 10; i++) {
                machine.thread += TICK;
                look(0, 0.2, 1);
            }
            assertThat(letIn(flooded)).isEqualTo(1);
        }
    }

    @Test
    void what_a_request_took_counts_once_when_it_has_ended() {
        look(0, 0, 1);
        Processor.Stint work = processor.begin(flooded);
        machine.thread += 5;
        assertThat(flooded.appetite().sinceLastAsked(5)).isEqualTo(5);
        machine.thread += 2;
        work.close();
        assertThat(flooded.appetite().sinceLastAsked(0)).isEqualTo(2);
    }

    @Test
    void a_module_that_has_gone_is_forgotten() {
        processor.forget(other);
        flood();
        assertThat(letIn(flooded)).isEqualTo(64);
    }

    @Test
    void district_it_can_let_modules_take_what_they_can() {
        limits.change(config(false));
        flood();
        assertThat(letIn(flooded)).isEqualTo(64);
        limits.change(config(true));
        for (int i = 0; i < 10; i++) {
            look(1.6, 0.2, 1);
        }
        assertThat(letIn(flooded)).isEqualTo(1);
    }

    @Test
    void java_knows_what_is_asked_of_it() {
        JavaTimes java = new JavaTimes();
        assertThat(java.cores()).isPositive();
        assertThat(java.ofProcess()).isPositive();
        assertThat(java.of(Thread.currentThread())).isPositive();
        assertThat(java.load()).isBetween(0.0, 1.0);
    }

    private static Limits.Config config(boolean isShared) {
        return (Limits.Config) Proxy.newProxyInstance(
                Limits.Config.class.getClassLoader(),
                new Class<?>[] {Limits.Config.class},
                (self, method, none) ->
                        method.getName().equals("shareProcessor") ? isShared : method.getDefaultValue());
    }
}
