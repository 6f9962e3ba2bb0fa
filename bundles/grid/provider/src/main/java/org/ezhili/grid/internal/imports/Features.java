package org.ezhili.grid.internal.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.ezhili.platform.ProblemException;

/** Reads the file of a boundary import: a GeoJSON FeatureCollection in UTF-8, one feature an area, named by its property {@code code}. */
final class Features {

    static final int MOST_BYTES = 50_000_000;
    static final int MOST = 50_000;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Features() {}

    static List<JsonNode> read(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw ProblemException.of(413, "import-too-large", MOST_BYTES / 1_000_000);
        }
        JsonNode collection = tree(file);
        if (!collection.path("type").asText().equals("FeatureCollection")) {
            throw ProblemException.field("type", "not-feature-collection");
        }
        if (!isWgs84(collection.path("crs"))) {
            throw ProblemException.field("crs", "crs-other");
        }
        JsonNode features = collection.path("features");
        if (!features.isArray()) {
            throw ProblemException.field("features", "not-feature-collection");
        }
        if (features.size() > MOST) {
            throw ProblemException.of(413, "import-too-long", MOST);
        }
        List<JsonNode> read = new ArrayList<>(features.size());
        features.forEach(read::add);
        return read;
    }

    /** RFC 7946 knows WGS 84 only; older writers say so in a member of their own. */
    private static boolean isWgs84(JsonNode crs) {
        if (crs.isMissingNode() || crs.isNull()) {
            return true;
        }
        String name = crs.path("properties").path("name").asText();
        return name.endsWith(":CRS84") || name.endsWith(":4326") || name.endsWith(":4490");
    }

    private static JsonNode tree(byte[] file) {
        try {
            return JSON.readTree(file);
        } catch (JsonProcessingException notJson) {
            throw ProblemException.field("file", "json-form");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
