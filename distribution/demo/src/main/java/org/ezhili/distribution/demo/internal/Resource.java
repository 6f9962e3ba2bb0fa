package org.ezhili.distribution.demo.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads the tables that this bundle brings along: lines of cells, the first line naming the columns. */
public final class Resource {

    private Resource() {}

    /** The lines below the first, as cells. */
    public static List<List<String>> rows(String name) {
        try (InputStream in = Objects.requireNonNull(Resource.class.getResourceAsStream("/demo/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
