package org.ezhili.platform.gateway.internal.guard;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import org.ezhili.platform.Outbound;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what modules ask of systems outside, with a {@link Circuit} for each of these. */
@Component(service = Outbound.class)
public final class GuardedCalls implements Outbound {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedCalls.class);
    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS");
    private static final Duration TO_CONNECT = Duration.ofSeconds(3);
    private static final int PAUSE_MILLIS = 200;
    private static final int INTERNAL = 500;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TO_CONNECT).build();
    private final Map<String, Peer> peers = new ConcurrentHashMap<>();

    @Activate
    public GuardedCalls() {}

    private static final class Peer {
        private final Circuit circuit = new Circuit(System::nanoTime);
        private final LongAdder ended = new LongAdder();

        private void ended(boolean failed) {
            ended.increment();
            circuit.ended(failed, ended::sum);
        }
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) throws InterruptedException {
        String name = name(request.uri());
        Peer peer = peers.computeIfAbsent(name, first -> new Peer());
        long seconds = peer.circuit.refusedFor();
        if (seconds > 0) {
            throw away(seconds);
        }
        boolean failed = true;
        try {
            HttpResponse<T> answer =
                    send(request, body, System.nanoTime() + deadline(request).toNanos());
            failed = answer.statusCode() >= INTERNAL;
            return answer;
        } catch (IOException | TimeoutException none) {
            LOG.warn("{} gave no answer: {}; whoever asked is told to come again", name, none.toString());
            throw away(1);
        } finally {
            peer.ended(failed);
        }
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body, long end)
            throws IOException, TimeoutException, InterruptedException {
        try {
            return once(request, body, end);
        } catch (IOException broken) {
            if (!REPEATABLE.contains(request.method())) {
                throw broken;
            }
            LOG.debug("trying once more: {}", broken.toString());
            Thread.sleep(PAUSE_MILLIS + ThreadLocalRandom.current().nextInt(PAUSE_MILLIS));
            return once(request, body, end);
        }
    }

    /** The client's own time-out ends with the head of the answer; this one holds for all of it. */
    private <T> HttpResponse<T> once(HttpRequest request, HttpResponse.BodyHandler<T> body, long end)
            throws IOException, TimeoutException, InterruptedException {
        CompletableFuture<HttpResponse<T>> answer = client.sendAsync(request, body);
        try {
            return answer.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException broken ? broken : new IOException(failed.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private static Duration deadline(HttpRequest request) {
        Duration wanted = request.timeout().orElse(DEADLINE);
        return wanted.compareTo(LONGEST_DEADLINE) < 0 ? wanted : LONGEST_DEADLINE;
    }

    private static String name(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    private static ProblemException away(long seconds) {
        return new ProblemException(Problem.unavailable("peer-away", seconds));
    }
}
