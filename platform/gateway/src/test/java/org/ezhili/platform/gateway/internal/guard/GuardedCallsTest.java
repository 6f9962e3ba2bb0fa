package org.ezhili.platform.gateway.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.ezhili.platform.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuardedCallsTest {

    private final GuardedCalls calls = new GuardedCalls();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer peer;

    /** What the peer does with a request. */
    private interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void a_peer_listens() throws IOException {
        peer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        peer.setExecutor(threads);
        peer.start();
    }

    @AfterEach
    void it_stops() {
        end.countDown();
        peer.stop(0);
        threads.shutdownNow();
    }

    private void answers(Answer answer) {
        peer.createContext("/", exchange -> {
            asked.incrementAndGet();
            answer.give(exchange);
        });
    }

    private static void say(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private HttpResponse<String> call(String method, Duration timeout) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + peer.getAddress().getPort() + "/"))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(timeout)
                .build();
        return calls.send(request, BodyHandlers.ofString());
    }

    private void assertAway(String method, Duration timeout) {
        assertThatThrownBy(() -> call(method, timeout)).isInstanceOfSatisfying(ProblemException.class, away -> {
            assertThat(away.problem().code()).isEqualTo("peer-away");
            assertThat(away.problem().retryAfterSeconds()).isPositive();
        });
    }

    @Test
    void an_answer_is_handed_on_whatever_its_status() throws Exception {
        answers(exchange -> say(exchange, 404, "none"));
        assertThat(call("GET", Duration.ofSeconds(5)).statusCode()).isEqualTo(404);
    }

    @Test
    void a_peer_that_says_nothing_costs_the_deadline() {
        answers(exchange -> await());
        assertAway("GET", Duration.ofMillis(200));
    }

    @Test
    void one_that_begins_to_answer_and_stops_costs_the_deadline_too() {
        answers(exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            await();
        });
        assertAway("GET", Duration.ofMillis(500));
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void what_can_be_repeated_is_repeated_once_when_the_line_breaks() throws Exception {
        answers(exchange -> {
            if (asked.get() == 1) {
                exchange.close();
            } else {
                say(exchange, 200, "second");
            }
        });
        assertThat(call("PUT", Duration.ofSeconds(5)).body()).isEqualTo("second");
    }

    @Test
    void what_cannot_is_sent_once() {
        answers(HttpExchange::close);
        assertAway("POST", Duration.ofSeconds(5));
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_peer_that_fails_again_and_again_is_left_alone() throws Exception {
        answers(exchange -> say(exchange, 500, "broken"));
        for (int i = 0; i < 10; i++) {
            assertThat(call("GET", Duration.ofSeconds(5)).statusCode()).isEqualTo(500);
        }
        assertAway("GET", Duration.ofSeconds(5));
        assertThat(asked).hasValue(10);
    }

    @Test
    void nobody_there_is_told_at_once() {
        peer.stop(0);
        assertAway("GET", Duration.ofSeconds(5));
    }
}
