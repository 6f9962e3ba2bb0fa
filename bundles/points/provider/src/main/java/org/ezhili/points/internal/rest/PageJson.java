package org.ezhili.points.internal.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a list. */
public record PageJson<T>(List<T> items, @Nullable String next) {

    public static <T> PageJson<T> all(List<T> items) {
        return new PageJson<>(items, null);
    }
}
