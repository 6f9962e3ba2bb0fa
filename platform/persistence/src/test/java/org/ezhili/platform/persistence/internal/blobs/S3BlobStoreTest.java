package org.ezhili.platform.persistence.internal.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ezhili.platform.BlobStore;
import org.ezhili.platform.ProblemException;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.TransientApiMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against S3Proxy, which checks signatures as Amazon does, over a socket; and against stores that are ill. */
@Timeout(60)
class S3BlobStoreTest implements BlobStoreContract {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static BlobStoreContext kept;
    private static S3Proxy proxy;
    private static URI endpoint;

    @BeforeAll
    static void a_store_starts() throws Exception {
        kept = ContextBuilder.newBuilder(new TransientApiMetadata())
                .credentials("any", "any")
                .build(BlobStoreContext.class);
        kept.getBlobStore().createContainerInLocation(null, "ezhili");
        proxy = S3Proxy.builder()
                .blobStore(kept.getBlobStore())
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, "key-of-it", "secret/of+it=")
                .build();
        proxy.start();
        endpoint = URI.create("http://127.0.0.1:" + proxy.getPort());
    }

    @AfterAll
    static void the_store_stops() throws Exception {
        proxy.stop();
        kept.close();
    }

    @Override
    public BlobStore store() {
        return at(endpoint, "ezhili", "secret/of+it=", Clock.systemUTC());
    }

    private static BlobStore at(URI address, String bucket, String secret, Clock clock) {
        return new S3BlobStore(
                new S3Place(address, "us-east-1", bucket, "district/340603", true, "key-of-it", secret, PATIENCE),
                clock);
    }

    @Test
    void what_was_put_lies_in_the_bucket_under_the_prefix() throws IOException {
        store().put("photos/there", new byte[] {1, 2, 3});

        assertThat(kept.getBlobStore().blobExists("ezhili", "district/340603/photos/there"))
                .isTrue();
    }

    @Test
    void a_bucket_that_is_not_there_is_no_missing_photo() {
        BlobStore store = at(endpoint, "no-such-bucket", "secret/of+it=", Clock.systemUTC());

        assertAway(() -> store.get("photos/a"));
        assertAway(() -> store.put("photos/a", new byte[10]));
    }

    @Test
    void a_wrong_key_is_told_and_nothing_is_kept() {
        BlobStore store = at(endpoint, "ezhili", "guessed", Clock.systemUTC());

        assertAway(() -> store.put("photos/forged", new byte[10]));
        assertAway(() -> store.get("photos/forged"));
        assertAway(() -> store.delete("photos/forged"));
        assertThat(kept.getBlobStore().blobExists("ezhili", "district/340603/photos/forged"))
                .isFalse();
    }

    @Test
    void a_clock_that_is_wrong_is_told() {
        Clock wrong = Clock.offset(Clock.systemUTC(), Duration.ofHours(-3));

        assertAway(() -> at(endpoint, "ezhili", "secret/of+it=", wrong).put("photos/old", new byte[10]));
    }

    @Test
    void a_store_that_is_not_there_is_told_soon() throws IOException {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }

        Instant start = Instant.now();
        assertAway(() -> at(nobody, "ezhili", "x", Clock.systemUTC()).put("photos/a", new byte[10]));
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void a_store_that_says_nothing_is_given_up_when_patience_is_over() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort());
            Instant start = Instant.now();
            assertAway(() -> at(address, "ezhili", "x", Clock.systemUTC()).get("photos/a"));
            assertThat(Duration.between(start, Instant.now())).isLessThan(PATIENCE.multipliedBy(5));
        }
    }

    @Test
    void a_store_that_stops_in_the_middle_of_a_photo_is_given_up_too() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (Ill ill = new Ill(exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
            await(never);
        })) {
            assertAway(() -> ill.store().get("photos/a"));
            never.countDown();
        }
    }

    @Test
    void a_photo_that_came_only_in_part_is_no_photo() throws Exception {
        try (Ill ill = new Ill(exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write(new byte[10]);
            exchange.close();
        })) {
            assertAway(() -> ill.store().get("photos/a"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void a_store_that_is_busy_for_a_moment_is_asked_again(int status) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (Ill ill = new Ill(exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(asked.incrementAndGet() < 3 ? status : 200, -1);
            exchange.close();
        })) {
            ill.store().put("photos/a", new byte[100]);
            assertThat(asked).hasValue(3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 403, 404, 405, 409, 412, 418, 500, 501, 503})
    void a_store_that_goes_on_refusing_is_told_as_away(int status) throws Exception {
        try (Ill ill = new Ill(exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        })) {
            assertAway(() -> ill.store().put("photos/a", new byte[100]));
            assertAway(() -> ill.store().get("photos/a"));
        }
    }

    @Test
    void what_leads_to_no_store_is_refused_in_words() {
        Map<String, S3Try> wrong = Map.of(
                "endpoint", () -> place("ftp://store", "ezhili", "k", "s", 1),
                "host", () -> place("http:///ezhili", "ezhili", "k", "s", 1),
                "endpoint must", () -> place("http://store/ezhili", "ezhili", "k", "s", 1),
                "bucket", () -> place("http://store", "", "k", "s", 1),
                "name of a bucket", () -> place("http://store", "../x", "k", "s", 1),
                "accessKey", () -> place("http://store", "ezhili", "", "s", 1),
                "secretKey", () -> place("http://store", "ezhili", "k", " ", 1),
                "timeoutSeconds", () -> place("http://store", "ezhili", "k", "s", 0));

        wrong.forEach((word, attempt) -> assertThatThrownBy(attempt::make)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(word));
    }

    @Test
    void the_keys_are_in_no_text() {
        assertThat(place("https://store:9000", "ezhili", "the-key", "the-secret", 1)
                        .toString())
                .contains("store:9000", "ezhili")
                .doesNotContain("the-key", "the-secret");
    }

    @Test
    void a_bucket_may_be_part_of_the_host_name() {
        S3Place place = new S3Place(
                URI.create("https://oss.example"), "cn", "ezhili", "", false, "k", "s", Duration.ofSeconds(1));

        assertThat(place.of("photos/a")).isEqualTo(URI.create("https://ezhili.oss.example/photos/a"));
    }

    /** Something that may be wrong. */
    private interface S3Try {
        S3Place make();
    }

    private static S3Place place(String address, String bucket, String key, String secret, int seconds) {
        return new S3Place(
                URI.create(address), "us-east-1", bucket, "", true, key, secret, Duration.ofSeconds(seconds));
    }

    private static void assertAway(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, away -> {
            assertThat(away.problem().status()).isEqualTo(503);
            assertThat(away.problem().code()).isEqualTo("files-away");
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** A store that answers as it likes. */
    private static final class Ill implements AutoCloseable {

        private final HttpServer server;

        Ill(Answering answering) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newCachedThreadPool());
            server.createContext("/", answering::answer);
            server.start();
        }

        BlobStore store() {
            return at(
                    URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "ezhili", "x", Clock.systemUTC());
        }

        @Override
        public void close() {
            server.stop(0);
        }

        /** How it answers. */
        private interface Answering {
            void answer(HttpExchange exchange) throws IOException;
        }
    }
}
