package org.ezhili.distribution.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/** What the district answered to one request. */
public record Answer(int status, HttpHeaders headers, byte[] body) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    public JsonNode json() {
        try {
            return MAPPER.readTree(body);
        } catch (IOException noJson) {
            throw new UncheckedIOException("not JSON: " + this, noJson);
        }
    }

    /** The text of a field of the answer; empty when it has none. */
    public String text(String field) {
        return json().path(field).asText();
    }

    /** Code of the problem; empty when the answer is none. */
    public String code() {
        return header("Content-Type").contains("json") ? text("code") : "";
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** This, if it has the status that it should have. */
    public Answer granted(int wanted) {
        if (status != wanted) {
            throw new AssertionError("not " + wanted + " but " + this);
        }
        return this;
    }

    @Override
    public String toString() {
        String text = new String(body, StandardCharsets.UTF_8);
        return status + " " + (text.length() > 600 ? text.substring(0, 600) + "…" : text);
    }
}
