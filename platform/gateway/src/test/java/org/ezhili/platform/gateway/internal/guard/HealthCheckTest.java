package org.ezhili.platform.gateway.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.module.Health;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthCheckTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void nothing_is_left() {
        threads.shutdownNow();
    }

    private HealthCheck check(Supplier<@Nullable Health> question) {
        return check(question, Duration.ofSeconds(20));
    }

    private HealthCheck check(Supplier<@Nullable Health> question, Duration deadline) {
        return new HealthCheck("grid", question, threads, deadline);
    }

    @Test
    void a_module_says_how_it_is() {
        assertThat(check(Health::good).answer().well()).isTrue();
        assertThat(check(() -> Health.bad("没电", "no power")).answer().note().en())
                .isEqualTo("no power");
    }

    @Test
    void one_that_fails_is_bad_and_the_reason_is_told() {
        Health health = check(() -> {
                    throw new IllegalStateException("no lake");
                })
                .answer();
        assertThat(health.well()).isFalse();
        assertThat(health.note().zh()).contains("no lake");
    }

    @Test
    void one_that_fails_beyond_repair_is_bad_too() {
        assertThat(check(() -> {
                            throw new NoClassDefFoundError("org/nowhere/Lake");
                        })
                        .answer()
                        .note()
                        .en())
                .contains("org/nowhere/Lake");
    }

    @Test
    void one_that_says_nothing_is_bad() {
        assertThat(check(() -> null).answer().well()).isFalse();
        Health wordless =
                check(() -> new Health(true, LocalText.of(null, "well"))).answer();
        assertThat(wordless.well()).isFalse();
        assertThat(wordless.note().zh()).isNotBlank();
    }

    @Test
    void one_that_never_answers_costs_the_deadline_and_one_thread() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch end = new CountDownLatch(1);
        HealthCheck check = check(
                () -> {
                    asked.incrementAndGet();
                    try {
                        end.await();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                    return Health.good();
                },
                Duration.ofMillis(100));
        for (int i = 0; i < 3; i++) {
            assertThat(check.answer().well()).isFalse();
        }
        assertThat(asked).hasValue(1);
        end.countDown();
        check.begin().get();
        assertThat(check.answer().well()).isTrue();
    }
}
