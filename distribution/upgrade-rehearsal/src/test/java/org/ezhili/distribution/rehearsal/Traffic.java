package org.ezhili.distribution.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ezhili.distribution.systemtests.Client;
import org.ezhili.distribution.systemtests.Json;

/**
 * People at work: each reads lists and single matters, and in one case of five reports something. Every second request comes
 * on a connection of its own.
 */
final class Traffic implements AutoCloseable {

    private static final String GRID = "340603002001001";
    private static final String CATEGORY = "C0103";

    private final URI address;
    private final String authorization;
    private final List<Thread> people = new ArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Queue<Report> reports = new ConcurrentLinkedQueue<>();
    private final List<List<Took>> took = Collections.synchronizedList(new ArrayList<>());
    private final boolean faultsExpected;

    /** An acknowledged report: its id, and what only this one says. */
    record Report(String id, String description) {}

    /** One request. */
    record Took(long at, long nanos) {}

    private Traffic(URI address, String authorization, boolean faultsExpected) {
        this.address = address;
        this.authorization = authorization;
        this.faultsExpected = faultsExpected;
    }

    /** Lets so many people begin. */
    static Traffic of(int people, URI address, String token) {
        return begin(people, new Traffic(address, "Bearer " + token, false));
    }

    /** The same, of people who go on when nobody answers, with the same words and key, as their phones do. */
    static Traffic patient(int people, URI address, String token) {
        return begin(people, new Traffic(address, "Bearer " + token, true));
    }

    private static Traffic begin(int people, Traffic traffic) {
        for (int i = 0; i < people; i++) {
            long seed = i;
            Thread person = new Thread(() -> traffic.work(seed), "person-" + i);
            person.start();
            traffic.people.add(person);
        }
        return traffic;
    }

    private void work(long seed) {
        Random chance = new Random(seed);
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        List<Took> mine = new ArrayList<>();
        took.add(mine);
        String last = "";
        for (int i = 0; !over.get(); i++) {
            boolean write = chance.nextInt(5) == 0;
            String words = "预演 " + seed + "-" + i + "-" + Long.toHexString(System.nanoTime());
            HttpRequest request = write ? report(words, i) : read(chance, last, i);
            long start = System.nanoTime();
            HttpResponse<String> answer = answer(http, request);
            if (answer == null) {
                return;
            }
            synchronized (mine) {
                mine.add(new Took(start, System.nanoTime() - start));
            }
            if (write && answer.statusCode() == 201) {
                last = field(answer.body(), "id");
                reports.add(new Report(last, words));
            } else if (answer.statusCode() >= 300) {
                failures.add(request.method() + " " + request.uri() + " " + answer.statusCode() + " " + answer.body());
            }
        }
    }

    /** Null when work is over. */
    private HttpResponse<String> answer(HttpClient http, HttpRequest request) {
        while (true) {
            try {
                HttpResponse<String> answer = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
                boolean again = faultsExpected && (answer.statusCode() >= 500 || answer.statusCode() == 404);
                if (!again || over.get()) {
                    return over.get() && again ? null : answer;
                }
                Thread.sleep(50);
            } catch (IOException away) {
                if (over.get()) {
                    return null;
                }
                if (!faultsExpected) {
                    failures.add(request.method() + " " + request.uri() + " " + away);
                }
                nap();
            } catch (InterruptedException stopped) {
                return null;
            }
        }
    }

    private static void nap() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest read(Random chance, String last, int i) {
        String path =
                switch (chance.nextInt(last.isEmpty() ? 4 : 5)) {
                    case 0 -> "/api/matters/v1/matters?mine=reported&limit=20";
                    case 1 -> "/api/grid/v1/areas?parent=340603002&limit=20";
                    case 2 -> "/api/points/v1/account";
                    case 3 -> "/api/grid/v1/areas/" + GRID;
                    default -> "/api/matters/v1/matters/" + last;
                };
        return request(path, i).GET().build();
    }

    private HttpRequest report(String words, int i) {
        return request("/api/matters/v1/matters", i)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", Integer.toHexString(words.hashCode()) + "-" + words.length() + "-" + i)
                .POST(BodyPublishers.ofString(Json.of("category", CATEGORY, "description", words, "area", GRID)))
                .build();
    }

    private HttpRequest.Builder request(String path, int i) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", authorization);
        return i % 2 == 0 ? request : request.header("Connection", "close");
    }

    private static String field(String json, String name) {
        int at = json.indexOf("\"" + name + "\":\"") + name.length() + 4;
        return json.substring(at, json.indexOf('"', at));
    }

    /** Waits until all are at work. */
    void isUnderWay() {
        await("people are at work").atMost(Duration.ofMinutes(2)).until(() -> requests() > 2_000);
    }

    /** Lets everybody finish; every request was answered, and every report that was acknowledged is there once. */
    void endsWithNothingLostOrTwice(Client resident) {
        close();
        assertThat(failures()).isEmpty();
        assertThat(reports).isNotEmpty();
        Map<String, Integer> kept = new HashMap<>();
        resident.all("/api/matters/v1/matters?mine=reported")
                .forEach(matter -> kept.merge(matter.path("description").asText(), 1, Integer::sum));
        Set<String> ids = new HashSet<>();
        for (Report report : reports) {
            assertThat(ids.add(report.id())).isTrue();
            assertThat(kept.get(report.description()))
                    .describedAs(report.toString())
                    .isEqualTo(1);
        }
    }

    /** What was not answered as it should have been. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    List<Report> reports() {
        return List.copyOf(reports);
    }

    int requests() {
        return all().size();
    }

    /** The time below which 99 of 100 of the requests were answered that began between two moments. */
    Duration p99(long from, long to) {
        List<Long> nanos = all().stream()
                .filter(one -> one.at() >= from && one.at() < to)
                .map(Took::nanos)
                .sorted()
                .toList();
        return nanos.isEmpty() ? Duration.ZERO : Duration.ofNanos(nanos.get(nanos.size() * 99 / 100));
    }

    private List<Took> all() {
        List<Took> all = new ArrayList<>();
        synchronized (took) {
            for (List<Took> one : took) {
                synchronized (one) {
                    all.addAll(one);
                }
            }
        }
        return all;
    }

    /** Lets everybody finish what they are at. */
    @Override
    public void close() {
        over.set(true);
        for (Thread person : people) {
            try {
                person.join(40_000);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
