package org.ezhili.platform.modules.internal.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values as the text that a row holds. */
public final class Content {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, Object>> VALUES = new TypeReference<>() {};

    private Content() {}

    public static String write(Map<String, Object> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static Map<String, Object> read(String text) {
        try {
            return JSON.readValue(text, VALUES);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a row of settings holds no JSON object", damaged);
        }
    }
}
