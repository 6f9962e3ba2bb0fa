package org.ezhili.platform.releases.internal.rest;

import java.util.List;
import java.util.function.Function;
import org.ezhili.platform.Page;
import org.jspecify.annotations.Nullable;

/** A list on the wire. */
public record PageJson<T>(List<T> items, @Nullable String next) {

    public static <D, T> PageJson<T> of(Page<D> page, Function<? super D, ? extends T> json) {
        Page<T> items = page.map(json);
        return new PageJson<>(items.items(), items.next().orElse(null));
    }
}
