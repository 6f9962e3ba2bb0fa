package org.ezhili.distribution.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.ezhili.distribution.benchmarks.load.Requests;
import org.ezhili.distribution.systemtests.Answer;
import org.ezhili.distribution.systemtests.Client;
import org.ezhili.distribution.systemtests.Database;
import org.ezhili.distribution.systemtests.District;
import org.ezhili.distribution.systemtests.Json;
import org.ezhili.distribution.systemtests.Person;

/** A demo district that is measured, with the raw peer in the same node. */
final class Measured implements AutoCloseable {

    private static final String GRID = "340603002001001";
    private static final String MATTERS = "/api/matters/v1/matters";
    private static final int FILLED_AT_ONCE = 10_000;
    private static final AtomicLong KEYS = new AtomicLong(System.currentTimeMillis());

    private final String name;
    private final District district;

    private Measured(String name, District district) {
        this.name = name;
        this.district = district;
    }

    /** Installs and starts one, with so many matters. */
    static Measured start(String name, Path folder, Database database, int matters) {
        District district = District.install(folder, database).withDemo(200).forTheLongRun();
        try {
            PeerJar.putInto(district.etc(".."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Measured measured = new Measured(name, district);
        try {
            district.start();
            measured.fill(matters);
            return measured;
        } catch (RuntimeException failure) {
            measured.close();
            throw failure;
        }
    }

    /** Of the database. */
    String name() {
        return name;
    }

    URI address() {
        return district.address();
    }

    private void fill(int matters) {
        for (int from = 0; from < matters; from += FILLED_AT_ONCE) {
            int to = Math.min(from + FILLED_AT_ONCE, matters);
            peer("/peer/fill?from=" + from + "&to=" + to + "&rows=" + matters);
        }
    }

    /** What the peer says to a POST. */
    JsonNode peer(String path) {
        Answer answer = district.nobody().post(path, "");
        if (answer.status() != 200) {
            throw new IllegalStateException(path + ": " + answer);
        }
        return answer.json();
    }

    /** GETs of one matter after the other by the district's governance centre, which sees them all. */
    Requests matters() {
        return Requests.get(
                address(),
                token(Person.DISTRICT),
                ids().stream().map(id -> MATTERS + "/" + id).toList());
    }

    /** The same of the peer. */
    Requests rawMatters() {
        return Requests.get(
                address(), "none", ids().stream().map(id -> "/peer/" + id).toList());
    }

    /** GETs of one path. */
    Requests get(String path) {
        return Requests.get(address(), token(Person.DISTRICT), List.of(path));
    }

    /** A file of its configuration. */
    Path etc(String file) {
        return district.etc(file);
    }

    /** GETs of one list. */
    Requests list(Person person, String query) {
        return Requests.get(address(), token(person), List.of(MATTERS + "?" + query));
    }

    Requests reports() {
        return reports(token(Person.WORKER), MATTERS);
    }

    Requests rawReports() {
        return reports("none", "/peer/matters");
    }

    private Requests reports(String token, String path) {
        String body = Json.of("category", "E0101", "description", "路口垃圾桶旁堆放杂物，影响通行，请安排清理", "area", GRID);
        return Requests.post(address(), token, path, body, () -> "bench-" + KEYS.incrementAndGet());
    }

    private List<String> ids() {
        List<String> ids = new ArrayList<>();
        Client district = signedIn(Person.DISTRICT);
        String query = "?area=" + Person.DISTRICT.area() + "&limit=100";
        String cursor = "";
        while (ids.size() < 1_000) {
            Answer page = district.get(MATTERS + query + cursor);
            page.json().path("items").forEach(item -> ids.add(item.path("id").asText()));
            if (page.text("next").isEmpty() || page.text("next").equals("null")) {
                break;
            }
            cursor = "&cursor=" + page.text("next");
        }
        return ids;
    }

    private Client signedIn(Person person) {
        return district.as(person);
    }

    private String token(Person person) {
        return district.nobody().tryToken(person.account(), Person.PASSWORD).text("token");
    }

    @Override
    public void close() {
        district.close();
    }
}
