package org.ezhili.platform.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnderwayTest {

    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Underway underway = new Underway();
    private final AtomicBoolean over = new AtomicBoolean();
    private final CountDownLatch begun = new CountDownLatch(1);

    @AfterEach
    void it_ends() {
        over.set(true);
    }

    private void workWithoutEnd(Runnable betweenPieces) throws InterruptedException {
        new Thread(() -> underway.work("grid", () -> {
                    begun.countDown();
                    while (!over.get()) {
                        betweenPieces.run();
                        Thread.onSpinWait();
                    }
                }))
                .start();
        begun.await();
    }

    @Test
    void work_that_goes_on_is_waited_for() throws Exception {
        workWithoutEnd(() -> {});

        assertThat(underway.await(SHORT)).isFalse();
        over.set(true);
        assertThat(underway.await(LONG)).isTrue();
    }

    @Test
    void of_work_without_end_only_the_piece_it_is_at_is_waited_for() throws Exception {
        workWithoutEnd(underway::breathe);

        assertThat(underway.await(LONG)).isTrue();
    }
}
