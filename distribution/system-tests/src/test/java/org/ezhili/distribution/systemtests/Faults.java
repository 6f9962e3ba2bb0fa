package org.ezhili.distribution.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.ezhili.distribution.systemtests.InDistrict.granted;
import static org.ezhili.distribution.systemtests.InDistrict.refused;
import static org.ezhili.distribution.systemtests.Person.RESIDENT;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What happens to people's work when the machine fails. */
interface Faults extends InDistrict {

    int CLIENTS = 8;
    int ENOUGH = 160;

    @Test
    default void what_was_acknowledged_before_a_power_cut_is_there_once_with_its_history() throws Exception {
        as(RESIDENT);
        String run = "断电 " + System.nanoTime() + " ";
        Map<String, String> acknowledged = new ConcurrentHashMap<>();
        AtomicInteger sent = new AtomicInteger();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int i = 0; i < CLIENTS; i++) {
            clients.execute(() -> reportUntilItBreaks(run, sent, acknowledged));
        }
        await("clients are reporting").atMost(Duration.ofMinutes(1)).until(() -> acknowledged.size() >= ENOUGH);
        district().kill();
        clients.shutdown();
        assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

        district().start();

        Map<String, Integer> kept = countByDescription(run);
        acknowledged.forEach((description, id) -> {
            assertThat(kept).containsEntry(description, 1);
            Matter matter = Matter.of(granted(as(RESIDENT).get(MATTERS + "/matters/" + id), 200));
            assertThat(matter.json().path("description").asText()).isEqualTo(description);
            assertThat(matter.history(as(RESIDENT)).stream()
                            .map(step -> step.path("action").asText()))
                    .containsExactly("report");
        });
        assertThat(kept.values()).containsOnly(1);
        for (int number = 1; number <= sent.get(); number++) {
            assertThat(report(run, number).status()).isEqualTo(201);
        }
        assertThat(countByDescription(run)).hasSize(sent.get()).allSatisfy((text, count) -> assertThat(count)
                .isEqualTo(1));
    }

    @Test
    default void a_session_that_lay_idle_too_long_has_ended() {
        Answer session = district()
                .nobody()
                .post(SECURITY + "/sessions", Json.of("account", "resident", "password", Person.PASSWORD));
        String cookie = granted(session, 200).header("Set-Cookie");
        Client browser = district().nobody().with("Cookie", cookie.substring(0, cookie.indexOf(';')));
        granted(browser.get(SECURITY + "/me"), 200);

        int from = district().log().end();
        configure("sessionIdleMinutes = 0\ntokenHours = 0\n");
        try {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> refused(browser.get(SECURITY + "/me"), 401, "not-signed-in"));
            Client expired = district().nobody().signedIn("resident", Person.PASSWORD);
            refused(expired.get(SECURITY + "/me"), 401, "session-ended");
            refused(expired.get(MATTERS + "/matters"), 401, "session-ended");
        } finally {
            configure("");
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            granted(browser.get(SECURITY + "/me"), 200);
            assertThat(district().isUp()).isTrue();
            granted(as(RESIDENT).get(MATTERS + "/matters"), 200);
        });
        district().log().excuse(from);
    }

    private void reportUntilItBreaks(String run, AtomicInteger sent, Map<String, String> acknowledged) {
        try {
            while (true) {
                int number = sent.incrementAndGet();
                Answer answer = report(run, number);
                if (answer.status() != 201) {
                    return;
                }
                acknowledged.put(run + number, answer.text("id"));
            }
        } catch (UncheckedIOException powerCut) {
            assertThat(powerCut).isNotNull();
        }
    }

    private Answer report(String run, int number) {
        return as(RESIDENT)
                .with("Idempotency-Key", Integer.toHexString(run.hashCode()) + "-" + number)
                .post(MATTERS + "/matters", Json.of("category", CATEGORY, "description", run + number, "area", GRID));
    }

    /** How often each description of this run is among what the resident has reported. */
    private Map<String, Integer> countByDescription(String run) {
        Map<String, Integer> counts = new HashMap<>();
        as(RESIDENT).all(MATTERS + "/matters?mine=reported").stream()
                .map(matter -> matter.path("description").asText())
                .filter(text -> text.startsWith(run))
                .forEach(text -> counts.merge(text, 1, Integer::sum));
        return counts;
    }

    private void configure(String lines) {
        district().configure("org.ezhili.platform.security.cfg", lines);
    }
}
