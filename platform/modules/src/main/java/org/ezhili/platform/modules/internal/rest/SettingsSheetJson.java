package org.ezhili.platform.modules.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the settings of a module stand at one place.
 *
 * @param version to be named with a change; 0 when nothing was ever set
 * @param values that are set here
 * @param inherited what would hold if nothing were set here
 */
public record SettingsSheetJson(
        String street,
        String module,
        int version,
        JsonNode schema,
        Map<String, Object> values,
        Map<String, Object> inherited,
        @Nullable String changedBy,
        @Nullable String changedByName,
        @Nullable Instant changedAt) {}
