package org.ezhili.platform.releases.internal.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.ProblemException;
import org.osgi.framework.VersionRange;

/** Passports as JSON. Reading is strict: a field too many, too few or twice is a refusal. */
public final class PassportText {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> FIELDS =
            Set.of("id", "version", "title", "platform", "apis", "permissions", "reads", "sends", "network");

    private static final Pattern ID = Pattern.compile("[a-z][a-z-]{1,30}");
    private static final Pattern VERSION =
            Pattern.compile("[0-9]{1,9}\\.[0-9]{1,9}\\.[0-9]{1,9}(\\.[A-Za-z0-9_-]{1,20})?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_$-]*(\\.[A-Za-z0-9_$-]+)*");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.*-]{1,100}(:[0-9]{1,5})?");
    private static final int MOST_ITEMS = 500;

    private PassportText() {}

    /** Reads a passport as it arrives. */
    public static Passport read(byte[] text) {
        return of(tree(text, FIELDS));
    }

    /** Reads what its maker declares; the rest is made when it is packed. */
    public static Passport readDeclared(byte[] text) {
        ObjectNode tree = tree(text, Set.of("id", "version", "title", "platform", "network"));
        tree.putObject("apis");
        tree.putArray("permissions");
        tree.putArray("reads");
        tree.putArray("sends");
        return of(tree);
    }

    public static byte[] write(Passport passport) throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(tree(passport));
    }

    /** As it is kept: on one line. */
    public static String line(Passport passport) {
        return tree(passport).toString();
    }

    private static ObjectNode tree(Passport passport) {
        ObjectNode tree = JSON.createObjectNode();
        tree.put("id", passport.id());
        tree.put("version", passport.version());
        tree.putObject("title")
                .put("zh", passport.title().zh())
                .put("en", passport.title().en());
        tree.put("platform", passport.platform());
        ObjectNode apis = tree.putObject("apis");
        passport.apisInOrder().forEach(apis::put);
        list(tree, "permissions", passport.permissions());
        list(tree, "reads", passport.reads());
        list(tree, "sends", passport.sends());
        list(tree, "network", passport.network());
        return tree;
    }

    private static void list(ObjectNode tree, String field, List<String> values) {
        ArrayNode array = tree.putArray(field);
        values.forEach(array::add);
    }

    private static Passport of(ObjectNode tree) {
        JsonNode title = tree.path("title");
        if (!title.isObject() || title.size() != 2) {
            throw invalid("title");
        }
        return new Passport(
                text(tree, "id", ID),
                text(tree, "version", VERSION),
                LocalText.of(line(title, "zh"), line(title, "en")),
                range("platform", tree.path("platform")),
                ranges(tree.path("apis")),
                names(tree, "permissions", NAME),
                names(tree, "reads", NAME),
                names(tree, "sends", NAME),
                names(tree, "network", HOST));
    }

    private static ObjectNode tree(byte[] text, Set<String> fields) {
        JsonNode tree;
        try {
            tree = JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw invalid("JSON");
        } catch (IOException impossible) {
            throw invalid("UTF-8");
        }
        if (!(tree instanceof ObjectNode object)) {
            throw invalid("JSON");
        }
        for (String field : fields) {
            if (!object.has(field)) {
                throw invalid(field);
            }
        }
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!fields.contains(name)) {
                throw invalid(ZipShape.shortened(name));
            }
        }
        return object;
    }

    private static String text(JsonNode tree, String field, Pattern form) {
        JsonNode value = tree.path(field);
        if (!value.isTextual() || !form.matcher(value.textValue()).matches()) {
            throw invalid(field);
        }
        return value.textValue();
    }

    private static String line(JsonNode title, String language) {
        JsonNode value = title.path(language);
        if (!value.isTextual()
                || value.textValue().isBlank()
                || value.textValue().length() > 60) {
            throw invalid("title." + language);
        }
        return value.textValue();
    }

    private static String range(String field, JsonNode value) {
        try {
            return new VersionRange(value.textValue() == null ? "" : value.textValue()).toString();
        } catch (IllegalArgumentException notARange) {
            throw invalid(field);
        }
    }

    private static Map<String, String> ranges(JsonNode tree) {
        if (!tree.isObject() || tree.size() > MOST_ITEMS) {
            throw invalid("apis");
        }
        Map<String, String> ranges = new TreeMap<>();
        tree.properties().forEach(entry -> {
            if (!NAME.matcher(entry.getKey()).matches()) {
                throw invalid("apis");
            }
            ranges.put(entry.getKey(), range("apis." + entry.getKey(), entry.getValue()));
        });
        return ranges;
    }

    private static List<String> names(JsonNode tree, String field, Pattern form) {
        JsonNode array = tree.path(field);
        if (!array.isArray() || array.size() > MOST_ITEMS) {
            throw invalid(field);
        }
        List<String> names = new ArrayList<>();
        for (JsonNode item : array) {
            if (!item.isTextual() || !form.matcher(item.textValue()).matches() || names.contains(item.textValue())) {
                throw invalid(field);
            }
            names.add(item.textValue());
        }
        return names;
    }

    private static ProblemException invalid(String what) {
        return ProblemException.of(422, "passport-invalid", what);
    }
}
