package org.ezhili.platform.gateway.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
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
import org.junit.jupiter.params.provider.MethodSource;

class JsonBodyTest {

    private final JsonBody body = new JsonBody();

    record Report(@NotBlank @Size(max = 10) String description, Integer floor, List<@Valid Photo> photos) {}

    record Words(List<String> words) {}

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
                "{\"description\":\"a\\u0000b\"}               | description",
                "{\"description\":\"\\ud83d\"}                 | description",
                "{\"photos\":[{\"id\":\"1\"},{\"id\":\"\\udc00\"}]} | photos.[1].id",
            })
    void what_is_no_text_stays_outside(String json, String field) {
        assertThat(refusal(json).faults()).containsExactly(new Problem.Fault(field, "pattern", List.of()));
    }

    @Test
    void what_is_no_text_stays_outside_lists_too() {
        assertThatThrownBy(() -> read(Words.class, "{\"words\":[\"a\",\"\\u0000\"]}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> assertThat(
                                refusal.problem().faults())
                        .containsExactly(new Problem.Fault("words.[1]", "pattern", List.of())));
    }

    @Test
    void pairs_of_surrogates_are_characters() throws IOException {
        assertThat(read("{\"description\":\"\\ud83d\\ude00\"}").description()).isEqualTo("\uD83D\uDE00");
    }

    static Stream<byte[]> bodies_beyond_all_limits() {
        return Stream.of(
                ("{\"" + "a".repeat(60_000) + "\":1}").getBytes(StandardCharsets.UTF_8),
                ("{\"floor\":" + "1".repeat(2_000) + "}").getBytes(StandardCharsets.UTF_8),
                "1".repeat(2_000).getBytes(StandardCharsets.UTF_8),
                "[".repeat(5_000).getBytes(StandardCharsets.UTF_8),
                new byte[] {0, 0, 0, '{', -1, -1, -1, -1});
    }

    @ParameterizedTest
    @MethodSource("bodies_beyond_all_limits")
    void bodies_beyond_all_limits_are_refused_not_an_accident(byte[] bytes) {
        assertThatThrownBy(() -> read(Report.class, bytes))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(400));
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

    private Report read(String json) throws IOException {
        return read(Report.class, json.getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private <T> T read(Class<T> type, byte[] bytes) throws IOException {
        return (T) body.readFrom(
                (Class) type,
                type,
                new Annotation[0],
                MediaType.APPLICATION_JSON_TYPE,
                new MultivaluedHashMap<>(),
                new ByteArrayInputStream(bytes));
    }
}
