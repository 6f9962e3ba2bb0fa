package org.ezhili.distribution.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.ezhili.distribution.systemtests.Person.RESIDENT;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** People who report matters and look at them all the while, each write with its idempotency key, as the screens do. */
final class Traffic implements AutoCloseable {

    private final InDistrict place;
    private final Client resident;
    private final String run = "并行 " + System.nanoTime() + " ";
    private final AtomicInteger sent = new AtomicInteger();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final ExecutorService people;
    private volatile boolean over;

    Traffic(InDistrict place, int people) {
        this.place = place;
        this.resident = place.as(RESIDENT);
        this.people = Executors.newFixedThreadPool(people);
        for (int i = 0; i < people; i++) {
            this.people.execute(this::reportAndLook);
        }
    }

    private void reportAndLook() {
        while (!over) {
            String description = run + sent.incrementAndGet();
            Answer reported = tried(() -> resident.with("Idempotency-Key", Integer.toHexString(description.hashCode()))
                    .post(
                            InDistrict.MATTERS + "/matters",
                            Json.of(
                                    "category",
                                    InDistrict.CATEGORY,
                                    "description",
                                    description,
                                    "area",
                                    InDistrict.GRID)));
            if (reported != null && expect(reported, 201)) {
                acknowledged.put(description, reported.text("id"));
                Answer seen = tried(() -> resident.get(InDistrict.MATTERS + "/matters/" + reported.text("id")));
                if (seen != null) {
                    expect(seen, 200);
                }
            }
        }
    }

    private @Nullable Answer tried(Supplier<Answer> call) {
        try {
            return call.get();
        } catch (UncheckedIOException broken) {
            failures.add(broken.toString() + " " + broken.getCause());
            return null;
        }
    }

    private boolean expect(Answer answer, int status) {
        if (answer.status() != status) {
            failures.add(answer.toString());
            return false;
        }
        return true;
    }

    /** Waits until so many more writes have been acknowledged. */
    void goesOn(int more) {
        int enough = acknowledged.size() + more;
        await(more + " more reports").atMost(Duration.ofMinutes(1)).until(() -> acknowledged.size() >= enough);
    }

    /** Requests that were answered otherwise than they should, or not at all. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Ends, and looks whether everything that was acknowledged is there, once. */
    void endsWithNothingLost() throws InterruptedException {
        close();
        Map<String, Integer> kept = kept();
        assertThat(kept.keySet()).containsAll(acknowledged.keySet());
        assertThat(kept.values()).containsOnly(1);
    }

    private Map<String, Integer> kept() {
        Map<String, Integer> counts = new HashMap<>();
        place.as(RESIDENT).all(InDistrict.MATTERS + "/matters?mine=reported").stream()
                .map(matter -> matter.path("description").asText())
                .filter(text -> text.startsWith(run))
                .forEach(text -> counts.merge(text, 1, Integer::sum));
        return counts;
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        people.shutdown();
        assertThat(people.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }
}
