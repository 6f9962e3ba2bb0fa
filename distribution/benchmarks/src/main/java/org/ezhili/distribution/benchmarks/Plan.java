package org.ezhili.distribution.benchmarks;

import java.time.Duration;
import java.util.List;

/**
 * How long and how much is measured.
 *
 * @param starts of each node in the boot race, with fresh data and as many again
 * @param slices of each contender
 * @param slice length of one
 * @param warmAnswers to reads of each contender, before the first slice; a list or a report counts for four
 * @param clients numbers of clients
 * @param few matters in the small list
 * @param many matters in the large list
 */
public record Plan(
        boolean isLong,
        int starts,
        int slices,
        Duration slice,
        int warmAnswers,
        List<Integer> clients,
        int few,
        int many) {

    static Plan brief() {
        return new Plan(false, 2, 5, Duration.ofMillis(500), 40_000, List.of(1, 8, 32), 10_000, 200_000);
    }

    Plan withClients(int number) {
        return new Plan(isLong, starts, slices, slice, warmAnswers, List.of(number), few, many);
    }

    static Plan thorough() {
        return new Plan(true, 5, 9, Duration.ofSeconds(3), 150_000, List.of(1, 8, 32), 10_000, 1_000_000);
    }
}
