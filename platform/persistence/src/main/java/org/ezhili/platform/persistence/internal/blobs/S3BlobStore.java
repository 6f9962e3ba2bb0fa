package org.ezhili.platform.persistence.internal.blobs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ezhili.platform.BlobStore;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps blobs in an S3-compatible store. Each of the three requests may be repeated, and is, up to three times, when the store
 * is busy or out of reach; then callers are told 503 {@code files-away} and the log says why. Thread-safe.
 */
public final class S3BlobStore implements BlobStore {

    private static final Logger LOG = LoggerFactory.getLogger(S3BlobStore.class);
    private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);
    private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z0-9]{1,60})</Code>");
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int TRIES = 3;
    private static final byte[] NOTHING = {};

    private final S3Place place;
    private final Signature4 signature;
    private final Clock clock;
    private final HttpClient http;

    public S3BlobStore(S3Place place, Clock clock) {
        this.place = place;
        this.signature = new Signature4(place);
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .build();
    }

    @Override
    public void put(String name, byte[] content) throws IOException {
        HttpResponse<byte[]> answer = send("PUT", name, content);
        if (answer.statusCode() != 200) {
            throw refused("PUT", answer);
        }
    }

    @Override
    public Optional<InputStream> get(String name) throws IOException {
        HttpResponse<byte[]> answer = send("GET", name, NOTHING);
        if (answer.statusCode() == 404 && code(answer).equals("NoSuchKey")) {
            return Optional.empty();
        }
        if (answer.statusCode() != 200) {
            throw refused("GET", answer);
        }
        return Optional.of(new ByteArrayInputStream(answer.body()));
    }

    @Override
    public void delete(String name) throws IOException {
        HttpResponse<byte[]> answer = send("DELETE", name, NOTHING);
        boolean gone = answer.statusCode() == 404 && code(answer).equals("NoSuchKey");
        if (answer.statusCode() / 100 != 2 && !gone) {
            throw refused("DELETE", answer);
        }
    }

    private HttpResponse<byte[]> send(String method, String name, byte[] content) {
        URI address = place.of(name);
        for (int left = TRIES - 1; ; left--) {
            try {
                HttpResponse<byte[]> answer = once(method, address, content);
                if (left == 0 || !PASSING.contains(answer.statusCode())) {
                    return answer;
                }
                LOG.debug("{} answers {}; it is asked again", place, answer.statusCode());
            } catch (IOException | TimeoutException unreachable) {
                if (left == 0) {
                    LOG.warn("{} is out of reach; callers are told to come back: {}", place, unreachable.toString());
                    throw away();
                }
            }
            pause(TRIES - left);
        }
    }

    private HttpResponse<byte[]> once(String method, URI address, byte[] content) throws IOException, TimeoutException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .method(
                        method,
                        content.length == 0 && !method.equals("PUT")
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(content));
        signature.headers(method, address, content, clock.instant()).forEach(request::header);
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request.build(), BodyHandlers.ofByteArray());
        try {
            return answer.get(place.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw new IOException(String.valueOf(failed.getCause()), failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw away();
        } finally {
            answer.cancel(true);
        }
    }

    private static void pause(int tries) {
        try {
            Thread.sleep(PAUSE.multipliedBy(tries).toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw away();
        }
    }

    private ProblemException refused(String method, HttpResponse<byte[]> answer) {
        String code = code(answer);
        if (PASSING.contains(answer.statusCode())) {
            LOG.warn("{} answers {} {}; callers are told to come back", place, answer.statusCode(), code);
        } else {
            LOG.error("{} refuses {}: {} {}. {}", place, method, answer.statusCode(), code, advice(code));
        }
        return away();
    }

    private static String advice(String code) {
        return switch (code) {
            case "NoSuchBucket" -> "Make the bucket, or name another one in etc/org.ezhili.platform.blobs.cfg";
            case "InvalidAccessKeyId", "SignatureDoesNotMatch" ->
                "Put the keys right in etc/org.ezhili.platform.blobs.cfg";
            case "AccessDenied" -> "Let this key read, write and delete in the bucket";
            case "RequestTimeTooSkewed" -> "Put the clock of this machine right";
            case "PermanentRedirect", "AuthorizationHeaderMalformed" ->
                "Put endpoint and region right in etc/org.ezhili.platform.blobs.cfg";
            default -> "Ask the makers of the store what it means";
        };
    }

    private static String code(HttpResponse<byte[]> answer) {
        Matcher matcher = CODE.matcher(new String(answer.body(), StandardCharsets.UTF_8));
        return matcher.find() ? matcher.group(1) : "";
    }

    private static ProblemException away() {
        return new ProblemException(Problem.unavailable("files-away", 5));
    }
}
