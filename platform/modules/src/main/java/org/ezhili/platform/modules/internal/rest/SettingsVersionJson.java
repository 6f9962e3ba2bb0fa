package org.ezhili.platform.modules.internal.rest;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was set once.
 *
 * @param wentBackTo number of the earlier version that was taken again
 */
public record SettingsVersionJson(
        int version,
        Instant at,
        String by,
        @Nullable String byName,
        Map<String, Object> values,
        @Nullable Integer wentBackTo) {}
