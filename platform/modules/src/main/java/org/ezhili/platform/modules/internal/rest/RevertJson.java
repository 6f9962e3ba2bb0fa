package org.ezhili.platform.modules.internal.rest;

import javax.validation.constraints.Min;
import javax.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Back to what was set earlier.
 *
 * @param to number of the earlier version
 * @param version that was seen; the header If-Match says it as well
 */
public record RevertJson(
        @NotNull @Min(1) Integer to, @Nullable @Min(0) Integer version) {}
