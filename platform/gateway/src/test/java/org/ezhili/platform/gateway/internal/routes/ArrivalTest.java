package org.ezhili.platform.gateway.internal.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.ezhili.platform.gateway.internal.guard.RefusedModule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArrivalTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<String> late = new LinkedBlockingQueue<>();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private <T> T within(Duration deadline, Callable<T> comes) {
        return new Arrival(threads).await(comes, deadline, come -> late.add(String.valueOf(come)));
    }

    @Test
    void who_comes_in_time_is_taken_in() {
        assertThat(within(Duration.ofMinutes(1), () -> "lakes")).isEqualTo("lakes");
        assertThat(late).isEmpty();
    }

    @Test
    void what_goes_wrong_is_told_as_it_was() {
        assertThatThrownBy(() -> within(Duration.ofMinutes(1), Failing::come)).isSameAs(Failing.WRONG);
        assertThatThrownBy(() -> within(Duration.ofMinutes(1), Failing::lacksAClass))
                .isSameAs(Failing.LACKING);
    }

    /** Nothing comes of it. */
    private static final class Failing {
        private static final IllegalStateException WRONG = new IllegalStateException("no lake here");
        private static final NoClassDefFoundError LACKING = new NoClassDefFoundError("Lake");

        static String come() {
            throw WRONG;
        }

        static String lacksAClass() {
            throw LACKING;
        }
    }

    @Test
    void who_does_not_come_in_time_is_refused_and_let_go_when_it_comes_after_all() throws Exception {
        CountDownLatch tide = new CountDownLatch(1);
        assertThatThrownBy(() -> within(Duration.ofMillis(50), () -> {
                    awaitStubbornly(tide);
                    return "lakes";
                }))
                .isInstanceOf(RefusedModule.class)
                .hasMessageContaining("does not come to the end of its start");
        assertThat(late).isEmpty();
        tide.countDown();
        assertThat(late.poll(10, TimeUnit.SECONDS)).isEqualTo("lakes");
    }

    /** However often it is interrupted. */
    private static void awaitStubbornly(CountDownLatch tide) {
        boolean isOver = false;
        while (!isOver) {
            try {
                tide.await();
                isOver = true;
            } catch (InterruptedException again) {
                isOver = false;
            }
        }
    }

    @Test
    void who_waits_for_something_is_woken_when_it_is_given_up() throws Exception {
        BlockingQueue<String> woken = new LinkedBlockingQueue<>();
        assertThatThrownBy(() -> within(Duration.ofMillis(50), () -> {
                    try {
                        return late.take();
                    } catch (InterruptedException stopped) {
                        woken.add("woken");
                        throw stopped;
                    }
                }))
                .isInstanceOf(RefusedModule.class);
        assertThat(woken.poll(10, TimeUnit.SECONDS)).isEqualTo("woken");
    }
}
