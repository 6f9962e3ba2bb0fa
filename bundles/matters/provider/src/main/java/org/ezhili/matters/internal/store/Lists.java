package org.ezhili.matters.internal.store;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ids of photos as one column: they are few, and always read together with their row. */
final class Lists {

    private Lists() {}

    static @Nullable String joined(List<Long> ids) {
        return ids.isEmpty() ? null : ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    static List<Long> split(@Nullable String text) {
        return text == null
                ? List.of()
                : Stream.of(text.split(",", -1)).map(Long::valueOf).toList();
    }
}
