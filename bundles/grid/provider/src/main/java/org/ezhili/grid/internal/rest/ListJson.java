package org.ezhili.grid.internal.rest;

import java.util.List;
import org.ezhili.platform.Page;
import org.jspecify.annotations.Nullable;

/** A page of a list on the wire. */
public record ListJson<T>(List<T> items, @Nullable String next) {

    static <T> ListJson<T> of(Page<T> page) {
        return new ListJson<>(page.items(), page.next().orElse(null));
    }
}
