package org.ezhili.distribution.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ezhili.distribution.systemtests.Database;
import org.ezhili.distribution.systemtests.District;
import org.ezhili.distribution.systemtests.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A hundred upgrades and as many ways back with a million requests beside them, and what the same load meets at updates in place.
 * {@code -Drehearsal.minutes} ends it earlier: the page says how far it came.
 */
@EnabledIfSystemProperty(named = "rehearsal.long", matches = "true")
class LongRunIT {

    private static final String BUILD = System.getProperty("ezhili.version");
    private static final int PEOPLE = 64;
    private static final int REQUESTS = 1_000_000;
    private static final int ROUNDS = 100;
    private static final long MINUTES = Long.getLong("rehearsal.minutes", 120);
    private static final Duration STEADY = Duration.ofSeconds(30);

    private final PreviousRelease previous = PreviousRelease.kept();
    private final Figures figures = new Figures();

    @Test
    void a_million_requests_meet_a_hundred_upgrades_and_none_fails() throws Exception {
        try (District district = District.install(Path.of("target", "long-district"), Database.derby())) {
            previous.putInto(district);
            district.forTheLongRun().withShell().withDemo(50).start();
            Walks walks = new Walks(district.as(Person.IT));
            String token = district.nobody()
                    .tryToken(Person.RESIDENT.account(), Person.PASSWORD)
                    .text("token");
            walked(district, walks, token);
            inPlace(district, token);
        }
        figures.write();
    }

    private void walked(District district, Walks walks, String token) {
        try (Traffic traffic = Traffic.of(PEOPLE, district.address(), token)) {
            await().atMost(Duration.ofMinutes(5)).until(() -> traffic.requests() > 50_000);
            long from = System.nanoTime();
            await().pollDelay(STEADY).atMost(STEADY.multipliedBy(2)).until(() -> true);
            Duration steady = traffic.p99(from, System.nanoTime());
            List<Duration> windows = new ArrayList<>();
            List<Long> switches = new ArrayList<>();
            List<Long> backs = new ArrayList<>();
            long end = System.nanoTime() + Duration.ofMinutes(MINUTES).toNanos();
            for (int round = 0; System.nanoTime() < end && (round < ROUNDS || traffic.requests() < REQUESTS); round++) {
                Map<String, String> to = round % 4 == 3 ? all() : one(round);
                String module = to.keySet().iterator().next();
                long start = System.nanoTime();
                note(walks.up(to), switches);
                windows.add(traffic.p99(start, System.nanoTime()));
                long decided = System.nanoTime();
                String way = walks.askBack(module).text("id");
                await().pollInterval(Duration.ofMillis(10))
                        .atMost(Duration.ofMinutes(1))
                        .until(() ->
                                walks.live(module).equals(previous.versions().get(module)));
                backs.add(Duration.ofNanos(System.nanoTime() - decided).toMillis());
                note(walks.gone(way), switches);
            }
            traffic.close();
            assertThat(traffic.failures()).isEmpty();
            figures.add("requests", "%,d".formatted(traffic.requests()), "≥ 1,000,000");
            figures.add("upgrades, and as many ways back", "%,d".formatted(windows.size()), "≥ 100");
            figures.add("failed requests", "%,d".formatted(traffic.failures().size()), "0");
            figures.add("p99 while a module walks / p99 before", ratio(median(windows), steady), "≤ 2");
            List<Long> sorted = switches.stream().sorted().toList();
            figures.add("switch, median", millis(sorted.get(sorted.size() / 2)), "≤ 50 ms");
            figures.add("switch, longest", millis(sorted.get(sorted.size() - 1)), "≤ 50 ms");
            figures.add(
                    "way back, from the decision until the version before serves, median",
                    "%,d ms".formatted(backs.stream().sorted().toList().get(backs.size() / 2)),
                    "≤ 1 s");
        }
    }

    private static String millis(long micros) {
        return "%.1f ms".formatted(micros / 1_000.0);
    }

    private static void note(JsonNode walk, List<Long> switches) {
        walk.path("nodes")
                .forEach(node -> switches.add(node.path("switchMicros").asLong()));
    }

    private Map<String, String> one(int round) {
        return Map.of(previous.modules().get(round % previous.modules().size()), BUILD);
    }

    private Map<String, String> all() {
        Map<String, String> all = new HashMap<>();
        previous.modules().forEach(module -> all.put(module, BUILD));
        return all;
    }

    /** The peer: the framework's own update of a bundle, ten times. */
    private void inPlace(District district, String token) throws IOException {
        int updates = 10;
        try (Traffic traffic = Traffic.of(PEOPLE, district.address(), token)) {
            await().atMost(Duration.ofMinutes(1)).until(() -> traffic.requests() > 5_000);
            for (int i = 0; i < updates; i++) {
                district.shell("bundle:update org.ezhili.matters.provider");
                await().atMost(Duration.ofMinutes(1)).until(district::isUp);
            }
            traffic.close();
            figures.add(
                    "the same load on %d updates in place: failed requests".formatted(updates),
                    "%,d of %,d".formatted(traffic.failures().size(), traffic.requests()),
                    "");
            assertThat(traffic.failures()).isNotEmpty();
        }
    }

    private static Duration median(List<Duration> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }

    private static String ratio(Duration one, Duration other) {
        return String.format(Locale.ROOT, "%.2f", (double) one.toNanos() / other.toNanos());
    }
}
