package org.ezhili.platform.modules.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ezhili.platform.Problem.Fault;
import org.ezhili.platform.modules.internal.domain.settings.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaReaderTest {

    private final Form form = new SchemaReader().read(Schemas.ALL_KINDS);

    @Test
    void without_a_word_the_defaults_hold() {
        assertThat(form.holding(List.of()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "greeting",
                        "hello",
                        "hours",
                        24L,
                        "share",
                        0.5,
                        "open",
                        true,
                        "tone",
                        "calm",
                        "ink",
                        "",
                        "seal",
                        ""));
    }

    @Test
    void the_nearest_layer_that_fits_holds() {
        Map<String, Object> street = Map.of("hours", 500, "tone", "loud");
        Map<String, Object> district = Map.of("hours", 12, "greeting", "good day");
        assertThat(form.holding(List.of(street, district)))
                .containsEntry("hours", 12L)
                .containsEntry("tone", "loud")
                .containsEntry("greeting", "good day");
    }

    @Test
    void what_only_another_version_knows_is_there_beside_what_this_one_says() {
        Form newer = new SchemaReader()
                .read(Schemas.of(
                        Schemas.field("hours", "integer", "'default':48,'maximum':90"),
                        Schemas.field("days", "integer", "'default':3")));
        Map<String, Object> both = form.with(newer).holding(List.of());
        assertThat(both).containsEntry("hours", 24L).containsEntry("days", 3L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hours|25|",
                "hours|25.0|",
                "hours|0|out-of-range",
                "hours|73|out-of-range",
                "hours|1.5|wrong-type",
                "hours|1e300|wrong-type",
                "share|0.25|",
                "share|1|",
                "share|1.01|max",
                "share|-3|",
                "greeting|'你好'|",
                "greeting|''|size",
                "greeting|'0123456789x'|size",
                "greeting|'😀😀😀😀😀😀😀😀😀😀'|",
                "greeting|'two lines\\n'|pattern",
                "greeting|'bell\\u0007'|pattern",
                "greeting|'half \\ud83d'|pattern",
                "greeting|'no 1'|pattern",
                "greeting|5|wrong-type",
                "greeting|true|wrong-type",
                "open|false|",
                "open|'false'|wrong-type",
                "open|0|wrong-type",
                "tone|'loud'|",
                "tone|'shrill'|choice",
                "tone|'LOUD'|choice",
                "ink|'#0b57a4'|",
                "ink|'#ffee00'|contrast",
                "ink|'#0B57A4'|colour",
                "ink|'blue'|colour",
                "hours|[1]|wrong-type",
                "hours|{}|wrong-type",
                "minutes|1|unknown-field",
                "__proto__|1|unknown-field"
            })
    void a_value_fits_or_is_refused_with_its_reason(String name, String json, String fault) {
        Map<String, Object> values = Content.read("{\"" + name + "\":" + json.replace('\'', '"') + "}");
        List<String> codes = form.faults(values).stream().map(Fault::code).toList();
        assertThat(codes).isEqualTo(fault == null ? List.of() : List.of(fault));
    }

    @Test
    void a_fault_names_its_field() {
        assertThat(form.faults(Map.of("hours", 0)).get(0).field()).isEqualTo("values.hours");
    }

    @Test
    void whole_numbers_are_kept_as_such_however_they_were_written() {
        Map<String, Object> values = new HashMap<>(Map.of("hours", 3.0, "share", 1));
        assertThat(form.kept(values)).isEqualTo(Map.of("hours", 3L, "share", 1.0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonsense|not JSON",
                "[]|a JSON object",
                "{'type':'array'}|not object",
                "{'type':'object','properties':{}}|additionalProperties",
                "{'type':'object','additionalProperties':false,'properties':{}}|no properties",
                "{'type':'object','additionalProperties':false,'$schema':'http://json-schema.org/draft-07/schema#'}|$schema",
                "{'type':'object','additionalProperties':false,'required':['a']}|required",
                "{'type':'object','additionalProperties':false,'$ref':'#/x'}|$ref"
            })
    void a_schema_that_no_form_shows_is_refused_with_words(String schema, String words) {
        assertThatThrownBy(() -> new SchemaReader().read(schema.replace('\'', '"')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a|object|'default':{}|no type",
                "a|array|'default':[]|no type",
                "a|integer|'minimum':1|default",
                "a|integer|'default':1.5|does not fit",
                "a|integer|'default':0,'minimum':1|does not fit",
                "a|integer|'default':0,'minimum':'1'|no number",
                "a|integer|'default':0,'multipleOf':5|multipleOf",
                "a|string|'default':'x','format':'email'|format",
                "a|string|'default':'x','pattern':'['|Unclosed",
                "a|string|'default':'x','enum':['x']|x-choices",
                "a|string|'default':'x','enum':[]|empty",
                "a|string|'default':'x','enum':[1]|texts",
                "a|string|'default':'#ffffff','format':'colour'|does not fit",
                "a|string|'default':'17','format':'picture'|does not fit",
                "A|boolean|'default':true|camelCase",
                "a b|boolean|'default':true|camelCase",
                "a|boolean|'default':1|does not fit",
                "a|boolean|'default':true,'description':'x'|one language"
            })
    void a_field_that_no_form_shows_is_refused_with_words(String name, String type, String more, String words) {
        assertThatThrownBy(() -> new SchemaReader().read(Schemas.of(Schemas.field(name, type, more))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @Test
    void a_field_without_a_title_in_both_languages_is_refused() {
        String schema =
                Schemas.of("'a':{'type':'boolean','default':true,'title':'x'}").replace('\'', '"');
        assertThatThrownBy(() -> new SchemaReader().read(schema)).hasMessageContaining("x-title-en");
    }
}
