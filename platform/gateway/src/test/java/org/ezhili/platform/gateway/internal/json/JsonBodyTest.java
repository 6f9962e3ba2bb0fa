package org.ezhili.platform.gateway.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedHashMap;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonBodyTest {

    private final JsonBody body = new JsonBody();

    record Report(@NotBlank @Size(max = 10) String description, Integer floor, List<@Valid Photo> photos) {}

    record Photo(@NotBlank String id) {}

    @Test
    void a_right_body_is_read() throws IOException {
        Report report = read("{\"description\":\"井盖缺失\",\"floor\":3,\"photos\":[{\"id\":\"7\"}]}");

        assertThat(report).isEqualTo(new Report("井盖缺失", 3, List.of(new Photo("7"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"description\":\"a\",\"admin\":true}                  | admin       | unknown-field",
                "{\"description\":\"a\",\"photos\":[{\"id\":\"1\",\"x\":2}]} | photos.[0].x | unknown-field",
                "{\"description\":5}                                     | description | wrong-type",
                "{\"description\":true}                                  | description | wrong-type",
                "{\"description\":[\"a\"]}                               | description | wrong-type",
                "{\"description\":\"a\",\"floor\":\"3\"}                 | floor       | wrong-type",
                "{\"description\":\"a\",\"floor\":3.5}                   | floor       | wrong-type",
                "{\"description\":\"a\",\"floor\":99999999999}           | floor       | malformed",
                "{\"description\":\"  \"}                                | description | not-blank",
                "{}                                                      | description | not-blank",
                "{\"description\":\"12345678901\"}                       | description | size",
                "{\"description\":\"a\",\"photos\":[{}]}                 | photos[0].id | not-blank",
            })
    void a_wrong_field_is_named_with_its_cause(String json, String field, String code) {
        Problem problem = refusal(json);

        assertThat(problem.status()).isEqualTo(400);
        if (code.equals("malformed")) {
            assertThat(
                            problem.faults().isEmpty()
                                    ? "malformed-json"
                                    : problem.faults().get(0).field())
                    .isIn("malformed-json", field);
        } else {
            assertThat(problem.faults()).extracting(Problem.Fault::field).containsExactly(field);
            assertThat(problem.faults()).extracting(Problem.Fault::code).containsExactly(code);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{",
                "{\"description\":\"a\"",
                "nonsense",
                "<xml/>",
                "{\"description\":\"a\"} {\"description\":\"b\"}",
                "{\"description\":\"a\",\"description\":\"b\"}",
                "{description:'a'}",
                "[1,2,3]",
                "\"text\"",
                "''",
            })
    void what_is_not_one_right_json_object_is_refused(String json) {
        assertThat(refusal(json).status()).isEqualTo(400);
    }

    @Test
    void null_is_no_body() {
        assertThat(refusal("null").code()).isEqualTo("body-missing");
    }

    @Test
    void deep_nesting_is_refused_and_does_not_exhaust_the_stack() {
        assertThat(refusal("{\"photos\":" + "[".repeat(100_000)).status()).isEqualTo(400);
    }

    private Problem refusal(String json) {
        try {
            read(json);
        } catch (ProblemException refused) {
            return refused.problem();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("accepted: " + json);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Report read(String json) throws IOException {
        return (Report) body.readFrom(
                (Class) Report.class,
                Report.class,
                new Annotation[0],
                MediaType.APPLICATION_JSON_TYPE,
                new MultivaluedHashMap<>(),
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
