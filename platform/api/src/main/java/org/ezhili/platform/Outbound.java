package org.ezhili.platform;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Calls to systems outside over HTTP. Each ends by its deadline, answer and all; what can be repeated without harm is repeated
 * once when the line breaks; a system that fails again and again is left alone for a while. Thread-safe.
 */
@ProviderType
public interface Outbound {

    /** Holds for a request that names no {@code timeout} of its own. */
    Duration DEADLINE = Duration.ofSeconds(10);

    /** The longest deadline that a request can name. */
    Duration LONGEST_DEADLINE = Duration.ofSeconds(60);

    /**
     * Sends a request and waits for the whole answer, whatever its status.
     *
     * @throws ProblemException 503 {@code peer-away} when there is none in time, or the system is being left alone
     */
    <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) throws InterruptedException;
}
