package org.ezhili.platform.gateway.internal.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EpochsTest {

    private final Epochs epochs = new Epochs();

    @Test
    void with_nobody_inside_draining_ends_at_once() throws InterruptedException {
        assertThat(epochs.drain(Duration.ofMillis(50)).quiet()).isTrue();
    }

    @Test
    void a_request_that_began_before_holds_the_drain_until_it_leaves() throws Exception {
        Epochs.Epoch request = epochs.enter();
        CompletableFuture<Boolean> drained = drainBeside(Duration.ofSeconds(30));

        assertThat(drained).isNotDone();
        request.leave();

        assertThat(drained.get()).isTrue();
    }

    @Test
    void a_request_that_begins_after_the_drain_does_not_hold_it() throws Exception {
        Epochs.Epoch before = epochs.enter();
        CompletableFuture<Boolean> drained = drainBeside(Duration.ofSeconds(30));
        await().until(() -> epochs.enter() != before);

        before.leave();

        assertThat(drained.get()).isTrue();
    }

    @Test
    void patience_ends() throws InterruptedException {
        epochs.enter();

        assertThat(epochs.drain(Duration.ofMillis(30)).quiet()).isFalse();
    }

    @Test
    void who_comes_in_a_pause_enters_when_it_is_over() throws Exception {
        Epochs.Pause pause = epochs.pause();
        CompletableFuture<Epochs.Epoch> request = CompletableFuture.supplyAsync(epochs::enter);
        assertThat(epochs.drain(Duration.ofMillis(50)).requests()).isZero();
        pause.close();
        assertThat(request.get()).isNotNull();
    }

    @Test
    void a_pause_that_never_ends_holds_nobody_for_long() throws Exception {
        epochs.pause();
        assertThat(CompletableFuture.supplyAsync(epochs::enter).get(30, TimeUnit.SECONDS))
                .isNotNull();
    }

    @Test
    void what_was_drained_is_never_touched_afterwards_whatever_the_load() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicBoolean running = new AtomicBoolean(true);
        AtomicBoolean gone = new AtomicBoolean();
        AtomicBoolean touchedAfterwards = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 4; i++) {
            threads.execute(() -> {
                while (running.get()) {
                    Epochs.Epoch epoch = epochs.enter();
                    boolean old = !gone.get();
                    inside.incrementAndGet();
                    if (old && drainedWhileInside.get()) {
                        touchedAfterwards.set(true);
                    }
                    epoch.leave();
                }
            });
        }
        await().until(() -> inside.get() > 1_000);
        gone.set(true);
        assertThat(epochs.drain(Duration.ofSeconds(20)).quiet()).isTrue();
        drainedWhileInside.set(true);
        int mark = inside.get();
        await().until(() -> inside.get() > mark + 1_000);
        running.set(false);
        threads.shutdown();

        assertThat(touchedAfterwards).isFalse();
    }

    private final AtomicBoolean drainedWhileInside = new AtomicBoolean();

    private CompletableFuture<Boolean> drainBeside(Duration patience) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return epochs.drain(patience).quiet();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
