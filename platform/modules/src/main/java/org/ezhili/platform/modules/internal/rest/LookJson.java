package org.ezhili.platform.modules.internal.rest;

import org.jspecify.annotations.Nullable;

/**
 * How the pages look for the caller; what is missing looks as it comes.
 *
 * @param street whose look it is; missing for the district's
 * @param logo where the picture is
 * @param colour {@code #rrggbb}
 */
public record LookJson(
        @Nullable String street,
        @Nullable String name,
        @Nullable String logo,
        @Nullable String colour) {}
