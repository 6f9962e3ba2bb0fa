package org.ezhili.distribution.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A matter as somebody was last shown it, to be taken a step further. */
record Matter(String id, JsonNode json) {

    static Matter of(Answer answer) {
        InDistrict.granted(answer, answer.status() == 200 ? 200 : 201);
        return new Matter(answer.text("id"), answer.json());
    }

    String path() {
        return InDistrict.MATTERS + "/matters/" + id;
    }

    String state() {
        return json.path("state").asText();
    }

    int version() {
        return json.path("version").asInt();
    }

    List<String> actions() {
        List<String> actions = new ArrayList<>();
        json.path("actions").forEach(action -> actions.add(action.asText()));
        return actions;
    }

    /** The same, as this client sees it now. */
    Matter seenBy(Client client) {
        return of(client.get(path()));
    }

    /** What the matter has become by this action of this client, which gives these fields: name, value … */
    Matter after(Client actor, String action, Object... given) {
        return of(tried(actor, action, given));
    }

    Answer tried(Client actor, String action, Object... given) {
        return tried(actor, version(), action, given);
    }

    Answer tried(Client actor, int version, String action, Object... given) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("action", action, "version", version));
        for (int i = 0; i < given.length; i += 2) {
            body.put(given[i].toString(), given[i + 1]);
        }
        return actor.post(path() + "/actions", Json.of(body));
    }

    List<JsonNode> history(Client reader) {
        List<JsonNode> steps = new ArrayList<>();
        InDistrict.granted(reader.get(path() + "/history"), 200)
                .json()
                .path("items")
                .forEach(steps::add);
        return steps;
    }
}
