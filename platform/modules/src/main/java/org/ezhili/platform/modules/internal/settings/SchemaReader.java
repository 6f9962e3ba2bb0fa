package org.ezhili.platform.modules.internal.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ezhili.platform.modules.internal.domain.settings.Field;
import org.ezhili.platform.modules.internal.domain.settings.Field.Bounds;
import org.ezhili.platform.modules.internal.domain.settings.Field.Format;
import org.ezhili.platform.modules.internal.domain.settings.Field.Kind;
import org.ezhili.platform.modules.internal.domain.settings.Form;

/** Reads a module's JSON Schema, and refuses what a form could not show or this platform would not check. */
public final class SchemaReader {

    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
    private static final int LONGEST_TEXT = 1_000;
    private static final Set<String> ROOT =
            Set.of("$schema", "type", "title", "description", "properties", "additionalProperties");
    private static final Set<String> TEXTS =
            Set.of("type", "title", "x-title-en", "description", "x-description-en", "default");
    private static final Map<Kind, Set<String>> OWN = Map.of(
            Kind.STRING, Set.of("minLength", "maxLength", "pattern", "enum", "x-choices", "format"),
            Kind.INTEGER, Set.of("minimum", "maximum", "x-unit", "x-unit-en"),
            Kind.NUMBER, Set.of("minimum", "maximum", "x-unit", "x-unit-en"),
            Kind.BOOLEAN, Set.of());

    private final ObjectMapper json = new ObjectMapper();

    /**
     * The form of a schema.
     *
     * @throws IllegalArgumentException with what is wrong, in words
     */
    public Form read(String schema) {
        JsonNode root = parsed(schema);
        require(root.isObject(), "a schema is a JSON object");
        onlyKnown(root, ROOT, "the schema");
        require(!root.has("$schema") || DRAFT.equals(root.path("$schema").asText()), "$schema is not " + DRAFT);
        require("object".equals(root.path("type").asText()), "the type of the schema is not object");
        require(
                root.path("additionalProperties").isBoolean()
                        && !root.path("additionalProperties").asBoolean(),
                "additionalProperties is not false");
        List<Field> fields = new ArrayList<>();
        root.path("properties").fields().forEachRemaining(one -> fields.add(field(one.getKey(), one.getValue())));
        require(!fields.isEmpty(), "there are no properties");
        return new Form(fields);
    }

    public JsonNode parsed(String schema) {
        try {
            return json.readTree(schema);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("not JSON: " + malformed.getOriginalMessage(), malformed);
        }
    }

    private static Field field(String name, JsonNode node) {
        require(NAME.matcher(name).matches(), "a property's name is a word in camelCase of 40 letters: " + name);
        Kind kind = kind(name, node);
        Set<String> known = OWN.getOrDefault(kind, Set.of());
        node.fieldNames()
                .forEachRemaining(word -> require(
                        TEXTS.contains(word) || known.contains(word), name + " has " + word + ", which no form shows"));
        require(
                node.path("title").isTextual() && node.path("x-title-en").isTextual(),
                name + " has no title, x-title-en");
        require(
                node.has("description") == node.has("x-description-en"),
                name + " has a description in one language only");
        Field bare = new Field(
                name, kind, format(name, node), "", choices(name, node), pattern(name, node), bounds(name, kind, node));
        Object fallback = value(node.path("default"));
        require(
                bare.format() == Format.PICTURE
                        ? fallback.equals("")
                        : bare.fault(fallback).isEmpty(),
                "the default of " + name + " does not fit: " + fallback);
        return new Field(name, kind, bare.format(), bare.kept(fallback), bare.choices(), bare.pattern(), bare.bounds());
    }

    private static Kind kind(String name, JsonNode node) {
        String word = node.path("type").asText();
        for (Kind kind : Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(name + " is of no type that a form shows: " + node.path("type"));
    }

    private static Format format(String name, JsonNode node) {
        String word = node.path("format").asText("plain");
        return switch (word) {
            case "plain" -> Format.PLAIN;
            case "colour" -> Format.COLOUR;
            case "picture" -> Format.PICTURE;
            default -> throw new IllegalArgumentException(name + " has a format that no form shows: " + word);
        };
    }

    private static List<String> choices(String name, JsonNode node) {
        List<String> choices = new ArrayList<>();
        for (JsonNode choice : node.path("enum")) {
            require(choice.isTextual(), "the enum of " + name + " holds more than texts");
            JsonNode texts = node.path("x-choices").path(choice.asText());
            require(
                    texts.path("zh").isTextual() && texts.path("en").isTextual(),
                    "x-choices of " + name + " has no zh and en for " + choice.asText());
            choices.add(choice.asText());
        }
        require(!node.has("enum") || !choices.isEmpty(), "the enum of " + name + " is empty");
        return choices;
    }

    private static Optional<Pattern> pattern(String name, JsonNode node) {
        if (!node.has("pattern")) {
            return Optional.empty();
        }
        require(node.path("pattern").asText().length() <= 100, "the pattern of " + name + " is longer than 100");
        return Optional.of(Pattern.compile(node.path("pattern").asText()));
    }

    private static Bounds bounds(String name, Kind kind, JsonNode node) {
        boolean text = kind == Kind.STRING;
        Optional<BigDecimal> least = bound(name, node.path(text ? "minLength" : "minimum"));
        Optional<BigDecimal> most = bound(name, node.path(text ? "maxLength" : "maximum"));
        return new Bounds(least, text ? most.or(() -> Optional.of(BigDecimal.valueOf(LONGEST_TEXT))) : most);
    }

    private static Optional<BigDecimal> bound(String name, JsonNode node) {
        require(node.isMissingNode() || node.isNumber(), "a bound of " + name + " is no number");
        return node.isMissingNode() ? Optional.empty() : Optional.of(node.decimalValue());
    }

    private static Object value(JsonNode node) {
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isTextual()) {
            return node.textValue();
        }
        require(node.isNumber(), "a default is missing");
        return node.isIntegralNumber() ? (Object) node.longValue() : (Object) node.doubleValue();
    }

    private static void onlyKnown(JsonNode node, Set<String> known, String what) {
        node.fieldNames()
                .forEachRemaining(
                        word -> require(known.contains(word), what + " has " + word + ", which no form shows"));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
