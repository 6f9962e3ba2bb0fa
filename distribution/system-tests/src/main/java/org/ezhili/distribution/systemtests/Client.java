package org.ezhili.distribution.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Somebody's programme that talks to the district. Immutable, thread-safe. */
public final class Client {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final String JSON = "application/json";

    private final URI address;
    private final Map<String, String> headers;

    private final Duration afterChanges;

    private Client(URI address, Map<String, String> headers, Duration afterChanges) {
        this.address = address;
        this.headers = Map.copyOf(headers);
        this.afterChanges = afterChanges;
    }

    /** One who is not signed in. */
    public static Client at(URI address) {
        return new Client(address, Map.of(), Duration.ZERO);
    }

    /** The same with one header more, or with another value of it. */
    public Client with(String header, String value) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        all.put(header, value);
        return new Client(address, all, afterChanges);
    }

    /**
     * The same, who after a change of what nodes answer from memory (accounts, switches, areas) gives the other nodes the time
     * that they may take to see it.
     */
    Client waitingAfterChanges(Duration time) {
        return new Client(address, headers, time);
    }

    /** The same at another address. */
    public Client on(URI other) {
        return new Client(other, headers, Duration.ZERO);
    }

    /** The same, with a new bearer token of this account. */
    public Client signedIn(String account, String password) {
        Answer answer = tryToken(account, password);
        if (answer.status() != 200) {
            throw new IllegalStateException(account + " could not sign in: " + answer);
        }
        return with("Authorization", "Bearer " + answer.text("token"));
    }

    public Answer tryToken(String account, String password) {
        return post("/api/security/v1/tokens", Json.of("account", account, "password", password));
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    /** All items of a list, page by page; {@code path} has a question mark in it. */
    public List<JsonNode> all(String path) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get(path + "&limit=200" + cursor).granted(200).json();
            page.path("items").forEach(all::add);
            cursor = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : "";
        } while (!cursor.isEmpty());
        return all;
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    public Answer post(String path, String json) {
        return json("POST", path, json);
    }

    public Answer put(String path, String json) {
        return json("PUT", path, json);
    }

    public Answer patch(String path, String json) {
        return json("PATCH", path, json);
    }

    public Answer post(String path, String type, byte[] body) {
        return with("Content-Type", type).send("POST", path, BodyPublishers.ofByteArray(body));
    }

    private Answer json(String method, String path, String json) {
        return with("Content-Type", JSON).send(method, path, BodyPublishers.ofString(json));
    }

    public Answer send(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        headers.forEach(request::setHeader);
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            Answer answer = new Answer(response.statusCode(), response.headers(), response.body());
            if (answer.status() < 300 && isKeptInMemory(method, path)) {
                Thread.sleep(afterChanges.toMillis());
            }
            return answer;
        } catch (IOException noAnswer) {
            throw new UncheckedIOException(method + " " + path + " was not answered", noAnswer);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static boolean isKeptInMemory(String method, String path) {
        boolean signsIn = method.equals("POST") && path.matches("/api/security/v1/(tokens|sessions)");
        return !method.equals("GET") && !signsIn && path.matches("/api/(security|platform|grid)/.*");
    }
}
