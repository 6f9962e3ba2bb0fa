package org.ezhili.distribution.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ezhili.distribution.systemtests.Answer;
import org.ezhili.distribution.systemtests.Client;
import org.ezhili.distribution.systemtests.Json;

/** District IT at its console: asks for upgrades and roll-backs and watches them. */
final class Walks {

    private static final String RELEASES = "/api/releases/v1/";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Client it;

    Walks(Client it) {
        this.it = it;
    }

    /** Asks for these versions, all in one step. */
    Answer ask(Map<String, String> versions) {
        List<Map<String, String>> modules = new ArrayList<>();
        versions.forEach((module, version) -> modules.add(Map.of("module", module, "version", version)));
        return it.post(RELEASES + "upgrades", Json.of("modules", modules));
    }

    Answer askBack(String module) {
        return it.post(RELEASES + "rollbacks", Json.of("module", module));
    }

    JsonNode up(Map<String, String> versions) {
        return gone(ask(versions));
    }

    JsonNode back(String module) {
        return gone(askBack(module));
    }

    /** The walk that was taken up is over and done. */
    JsonNode gone(String id) {
        JsonNode over = over(id);
        assertThat(over.path("state").asText()).describedAs(over.toString()).isEqualTo("done");
        return over;
    }

    /** The walk when it is over and done; nobody else was disturbed by it. */
    private JsonNode gone(Answer begun) {
        assertThat(begun.status()).describedAs(begun.toString()).isEqualTo(202);
        JsonNode over = gone(begun.text("id"));
        assertThat(over.path("nodes")).isNotEmpty();
        over.path("nodes").forEach(node -> assertThat(node.path("disturbed"))
                .describedAs("bundles that were stopped though they are not on the way")
                .isEmpty());
        return over;
    }

    JsonNode over(String id) {
        await("the walk is over")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !state(id).equals("open"));
        return look(id);
    }

    private String state(String id) {
        return look(id).path("state").asText();
    }

    /** How far a walk is. */
    JsonNode look(String id) {
        return it.get(RELEASES + "upgrades/" + id).granted(200).json();
    }

    /** The versions that serve, by module. */
    String live(String module) {
        for (JsonNode one : it.get("/health").json().path("modules")) {
            if (one.path("id").asText().equals(module)) {
                return one.path("version").asText();
            }
        }
        return "";
    }

    /** How many versions of a module stand ready. */
    int standing(String module) {
        for (JsonNode one : it.get(RELEASES + "modules").json().path("items")) {
            if (one.path("module").asText().equals(module)) {
                return one.path("versions").size();
            }
        }
        return 0;
    }

    /** What versions that have gone still hold in memory. */
    JsonNode leftovers() {
        return it.get(RELEASES + "modules").json().path("leftovers");
    }

    boolean isAtRest() {
        for (JsonNode walk : it.get(RELEASES + "upgrades?limit=5").json().path("items")) {
            if (walk.path("state").asText().equals("open")) {
                return false;
            }
        }
        return true;
    }
}
