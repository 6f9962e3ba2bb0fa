package org.ezhili.platform.modules.internal.rest;

import java.util.Map;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is to be set; what is missing or null is not.
 *
 * @param version that was seen; the header If-Match says it as well
 */
public record SettingsChangeJson(
        @NotNull @Size(max = 200) Map<String, Object> values,
        @Nullable @Min(0) Integer version) {}
