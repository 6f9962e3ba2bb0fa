package org.ezhili.distribution.systemtests.container;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Somebody who calls the door of the container that the test runs in: the first administrator, made with the one-time link. */
final class Caller {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String DISTRICT = "340603";
    private static final String GRID = "340603002001001";

    private static Caller administrator = new Caller("");

    private final String token;

    private Caller(String token) {
        this.token = token;
    }

    /** Signs in, the first time after having set up an administrator, some areas and a resident. */
    static synchronized Caller administrator() throws Exception {
        if (administrator.token.isEmpty()) {
            Path link = Path.of(System.getProperty("ezhili.setup.file"));
            String path = Files.readString(link).strip();
            Caller nobody = administrator;
            String setup = "{\"token\":\"" + path.substring(path.indexOf('=') + 1)
                    + "\",\"account\":\"admin\",\"name\":\"管理员\",\"password\":\"a-long-password\"}";
            assertEquals(204, nobody.post("/api/security/v1/setup", setup).statusCode());
            administrator = nobody.signIn("admin");
            administrator.settle();
        }
        return administrator;
    }

    static Caller resident() throws Exception {
        return administrator().signIn("resident");
    }

    private void settle() throws Exception {
        String areas = "code,name,level,parent\n" + DISTRICT + ",相山区,district,\n340603002,东街道,street," + DISTRICT
                + "\n340603002001,供电社区,community,340603002\n" + GRID + ",第一网格,grid,340603002001\n";
        HttpResponse<String> imported = send("POST", "/api/grid/v1/imports/areas", "text/csv", areas);
        assertEquals(imported.body(), 200, imported.statusCode());
        String account =
                "{\"account\":\"resident\",\"name\":\"居民\",\"password\":\"a-long-password\",\"grants\":[{\"role\":"
                        + "\"resident\",\"area\":\"" + DISTRICT + "\"}]}";
        assertEquals(201, post("/api/security/v1/accounts", account).statusCode());
    }

    private Caller signIn(String account) throws Exception {
        HttpResponse<String> answer = new Caller("")
                .post("/api/security/v1/tokens", "{\"account\":\"" + account + "\",\"password\":\"a-long-password\"}");
        assertEquals(answer.body(), 200, answer.statusCode());
        return new Caller(field(answer, "token"));
    }

    /** Reports a matter and returns its id. */
    String report() throws Exception {
        HttpResponse<String> answer = post(
                "/api/matters/v1/matters",
                "{\"category\":\"C0103\",\"description\":\"路灯不亮\",\"area\":\"" + GRID + "\"}");
        assertEquals(answer.body(), 201, answer.statusCode());
        return field(answer, "id");
    }

    static String field(HttpResponse<String> answer, String name) {
        Matcher field = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(answer.body());
        return field.find() ? field.group(1) : "";
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, "application/json", "");
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send("POST", path, "application/json", json);
    }

    /** Begins and does not wait for the answer. */
    CompletableFuture<HttpResponse<String>> begin(String path) {
        return HTTP.sendAsync(request("GET", path, "application/json", ""), BodyHandlers.ofString());
    }

    /** How long the answer is; negative when it breaks off in the middle. */
    CompletableFuture<Long> length(String path) {
        return HTTP.sendAsync(request("GET", path, "application/json", ""), BodyHandlers.ofInputStream())
                .thenApplyAsync(answer -> count(answer.body()));
    }

    private static long count(InputStream body) {
        long read = 0;
        byte[] piece = new byte[1 << 16];
        try (body) {
            for (int got = body.read(piece); got >= 0; got = body.read(piece)) {
                read += got;
            }
            return read;
        } catch (IOException brokenOff) {
            return -read;
        }
    }

    /** Listens to a stream of events. */
    CompletableFuture<HttpResponse<Stream<String>>> listen(String path) {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + token)
                .build();
        return HTTP.sendAsync(request, BodyHandlers.ofLines());
    }

    private HttpResponse<String> send(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        return HTTP.send(request(method, path, type, body), BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + System.getProperty("ezhili.http.port") + path);
    }

    private HttpRequest request(String method, String path, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", type);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.build();
    }
}
