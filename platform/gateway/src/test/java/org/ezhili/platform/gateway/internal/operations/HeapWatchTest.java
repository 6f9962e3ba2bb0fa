package org.ezhili.platform.gateway.internal.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeapWatchTest {

    private long collections;
    private double filled;
    private boolean ended;
    private final HeapWatch watch = new HeapWatch(() -> collections, () -> filled, () -> ended = true);

    @AfterEach
    void stop() {
        watch.stop();
    }

    private void collect(double leaves) {
        collections++;
        filled = leaves;
        watch.look();
    }

    @Test
    void memory_that_is_full_after_three_collections_ends_the_node() {
        collect(0.99);
        collect(0.98);
        assertThat(ended).isFalse();
        collect(0.99);
        assertThat(ended).isTrue();
    }

    @Test
    void memory_that_comes_back_in_between_does_not() {
        for (int i = 0; i < 20; i++) {
            collect(0.99);
            collect(0.99);
            collect(0.5);
        }
        assertThat(ended).isFalse();
    }

    @Test
    void looking_often_is_no_collection() {
        collect(0.99);
        for (int i = 0; i < 20; i++) {
            watch.look();
        }
        assertThat(ended).isFalse();
    }
}
