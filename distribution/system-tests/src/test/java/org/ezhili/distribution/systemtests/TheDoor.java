package org.ezhili.distribution.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ezhili.distribution.systemtests.InDistrict.granted;
import static org.ezhili.distribution.systemtests.InDistrict.refused;
import static org.ezhili.distribution.systemtests.Person.RESIDENT;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer has, and the door's own pages. */
interface TheDoor extends InDistrict {

    @Test
    default void health_names_each_module_and_how_it_is() {
        JsonNode health = granted(district().nobody().get("/health"), 200).json();

        assertThat(health.path("status").asText()).isEqualTo("up");
        assertThat(health.path("modules").findValuesAsText("id")).contains("security", "platform", "grid", "matters");
    }

    @Test
    default void metrics_are_there_for_a_scraper_on_the_same_machine_only() {
        assertThat(granted(district().nobody().get("/metrics"), 200).toString()).contains("# HELP");
        refused(district().nobody().with("X-Forwarded-For", "10.0.0.1").get("/metrics"), 403, "forbidden");
    }

    @Test
    default void the_joined_description_is_openapi_3_and_every_reference_in_it_leads_somewhere() {
        JsonNode api =
                granted(district().nobody().get("/api/openapi.json"), 200).json();

        assertThat(api.path("openapi").asText()).startsWith("3.");
        assertThat(api.path("paths").size()).isGreaterThan(25);
        List<String> lost = new ArrayList<>();
        for (String reference : api.findValuesAsText("$ref")) {
            if (api.at(reference.substring(1)).isMissingNode()) {
                lost.add(reference);
            }
        }
        assertThat(lost).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"security", "platform", "grid", "matters"})
    default void each_module_describes_its_own_routes(String module) {
        JsonNode api = granted(district().nobody().get("/api/" + module + "/v1/openapi.json"), 200)
                .json();

        assertThat(api.path("paths")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/health", "/api/openapi.json", "/api/security/v1/me", "/api/nothing/v1/x", "/no/such/page"})
    default void every_answer_keeps_the_browser_on_a_short_lead(String path) {
        Answer answer = district().nobody().get(path);

        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe-eval");
        assertThat(answer.header("Content-Security-Policy").replaceAll(".*script-src([^;]*);.*", "$1"))
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("X-Request-Id")).isNotBlank();
        assertThat(answer.header("Server")).isEmpty();
    }

    @Test
    default void a_request_keeps_the_id_it_came_with_unless_that_is_odd() {
        assertThat(district()
                        .nobody()
                        .with("X-Request-Id", "abc-1")
                        .get("/health")
                        .header("X-Request-Id"))
                .isEqualTo("abc-1");
        assertThat(district()
                        .nobody()
                        .with("X-Request-Id", "<script>")
                        .get("/health")
                        .header("X-Request-Id"))
                .isNotEqualTo("<script>");
    }

    @Test
    default void what_is_not_there_is_not_found_whoever_asks() {
        refused(district().nobody().get("/api/nothing/v1/x"), 404, "not-found");
        refused(as(RESIDENT).get("/api/nothing/v1/x"), 404, "not-found");
        refused(as(RESIDENT).get(MATTERS + "/nothing"), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ui/%2e%2e/%2e%2e/etc/passwd", "/ui/console/%2e%2e%2fetc/passwd", "/ui/console/..;/etc/x"})
    default void no_path_leads_out_of_the_screens(String path) {
        assertThat(as(RESIDENT).get(path).status()).isIn(400, 404);
    }

    @Test
    default void another_method_or_type_is_refused_as_a_problem_too() {
        refused(as(RESIDENT).delete(MATTERS + "/matters"), 405, "method-not-allowed");
        refused(as(RESIDENT).post(MATTERS + "/matters", "text/plain", "x".getBytes()), 415, "media-type");
        refused(as(RESIDENT).with("Accept", "text/html").get(MATTERS + "/categories"), 406, "not-acceptable");
    }

    @Test
    default void who_is_not_signed_in_gets_no_list_of_screens() {
        refused(district().nobody().get("/ui/registry.json"), 401, "not-signed-in");
        assertThat(granted(as(RESIDENT).get("/ui/registry.json"), 200)
                        .json()
                        .path("items")
                        .isArray())
                .isTrue();
    }
}
