package org.ezhili.distribution.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

/** What a test can say that happens in a running district. */
interface InDistrict {

    String GRID = "340603002001001";
    String EAST = "340603002";
    String WEST = "340603003";
    String SECURITY = "/api/security/v1";
    String AREAS = "/api/grid/v1";
    String MATTERS = "/api/matters/v1";
    String PLATFORM = "/api/platform/v1";
    String CATEGORY = "C0103";

    District district();

    default Client as(Person person) {
        return district().as(person);
    }

    /** A matter that this person has just reported in this area. */
    default Matter reported(Person reporter, String area) {
        return Matter.of(as(reporter)
                .post(MATTERS + "/matters", Json.of("category", CATEGORY, "description", "路灯不亮", "area", area)));
    }

    /** A grid of the street in the west. */
    default String gridInTheWest() {
        return below(below(WEST));
    }

    private String below(String area) {
        return as(Person.DISTRICT)
                .get(AREAS + "/areas?limit=1&parent=" + area)
                .json()
                .at("/items/0/code")
                .asText();
    }

    /** Whether it is refused like this, as RFC 9457 has it. */
    static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.text("type")).isEqualTo("urn:ezhili:problem:" + code);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.text("title")).isNotBlank().isNotEqualTo(code);
        assertThat(answer.text("requestId")).isEqualTo(answer.header("X-Request-Id"));
    }

    static Answer granted(Answer answer, int status) {
        return answer.granted(status);
    }
}
