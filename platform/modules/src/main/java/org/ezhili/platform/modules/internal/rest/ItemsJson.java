package org.ezhili.platform.modules.internal.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list that always fits on one page. */
public record ItemsJson<T>(List<T> items, @Nullable String next) {

    static <T> ItemsJson<T> of(List<T> items) {
        return new ItemsJson<>(items, null);
    }
}
