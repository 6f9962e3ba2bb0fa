package org.ezhili.points.internal.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CombinerTest {

    private static final int CALLERS = 32;

    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final List<Integer> rounds = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch first = new CountDownLatch(1);

    @AfterEach
    void they_go_home() {
        callers.shutdownNow();
    }

    @Test
    void who_is_alone_is_served_alone() {
        Combiner<Integer, Integer> combiner = new Combiner<>(CALLERS, this::doubled);

        assertThat(combiner.submit(1)).isEqualTo(2);
        assertThat(combiner.submit(2)).isEqualTo(4);

        assertThat(rounds).containsExactly(1, 1);
    }

    @Test
    void those_who_come_while_one_is_served_are_served_together() throws Exception {
        Combiner<Integer, Integer> combiner = new Combiner<>(CALLERS, this::doubledWhenTold);
        List<Future<Integer>> answers = come(combiner);

        first.countDown();

        for (int i = 0; i < CALLERS; i++) {
            assertThat(answers.get(i).get(10, TimeUnit.SECONDS)).isEqualTo(2 * i);
        }
        assertThat(rounds).containsExactly(1, CALLERS - 1);
    }

    @Test
    void those_who_come_again_at_once_share_a_round_again() throws Exception {
        Combiner<Integer, Integer> combiner = new Combiner<>(CALLERS, this::doubledInAWhile);
        List<Future<?>> working = new ArrayList<>();
        int times = 20;
        for (int i = 0; i < CALLERS; i++) {
            working.add(callers.submit(() -> {
                for (int time = 0; time < times; time++) {
                    combiner.submit(time);
                }
            }));
        }
        for (Future<?> one : working) {
            one.get(1, TimeUnit.MINUTES);
        }

        // without waiting for them it would be every other round that has one caller
        assertThat(rounds.stream().filter(size -> size == 1).count()).isLessThan(times / 2);
    }

    @Test
    void no_round_is_longer_than_is_allowed() throws Exception {
        int most = 5;
        Combiner<Integer, Integer> combiner = new Combiner<>(most, this::doubledWhenTold);
        List<Future<Integer>> answers = come(combiner);

        first.countDown();

        for (Future<Integer> answer : answers) {
            answer.get(10, TimeUnit.SECONDS);
        }
        assertThat(rounds).allMatch(size -> size <= most);
    }

    @Test
    void one_that_cannot_be_done_does_not_keep_the_others_from_theirs() throws Exception {
        Combiner<Integer, Integer> combiner = new Combiner<>(CALLERS, tasks -> {
            doubledWhenTold(tasks);
            if (tasks.contains(7)) {
                throw new IllegalArgumentException("seven");
            }
            return doubled(tasks);
        });
        List<Future<Integer>> answers = come(combiner);

        first.countDown();

        for (int i = 0; i < CALLERS; i++) {
            Future<Integer> answer = answers.get(i);
            if (i == 7) {
                assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS)).hasRootCauseMessage("seven");
            } else {
                assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(2 * i);
            }
        }
    }

    /** The first is served until told; the others queue. */
    private List<Future<Integer>> come(Combiner<Integer, Integer> combiner) {
        List<Future<Integer>> answers = new ArrayList<>();
        answers.add(callers.submit(() -> combiner.submit(0)));
        await().until(() -> begun.getCount() == 0);
        for (int i = 1; i < CALLERS; i++) {
            int task = i;
            answers.add(callers.submit(() -> combiner.submit(task)));
        }
        await().until(() -> combiner.waiting() == CALLERS - 1);
        return answers;
    }

    private List<Integer> doubled(List<Integer> tasks) {
        rounds.add(tasks.size());
        return tasks.stream().map(task -> 2 * task).toList();
    }

    private List<Integer> doubledWhenTold(List<Integer> tasks) {
        begun.countDown();
        try {
            first.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return doubled(tasks);
    }

    /** As long as a commit takes. */
    private List<Integer> doubledInAWhile(List<Integer> tasks) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(20);
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        return doubled(tasks);
    }
}
