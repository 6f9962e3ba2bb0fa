package org.ezhili.platform.persistence.internal.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import org.osgi.framework.Bundle;

/**
 * One numbered schema step of a module.
 *
 * @param file for instance {@code V1__matters.sql}
 */
public record Step(String file, String sql) {

    /** The steps in a bundle's folder {@code db}. */
    public static List<Step> of(Bundle bundle) {
        Enumeration<URL> files = bundle.findEntries("db", "*.sql", false);
        return files == null
                ? List.of()
                : Collections.list(files).stream()
                        .map(Step::read)
                        .sorted(Comparator.comparing(Step::file))
                        .toList();
    }

    static Step read(URL url) {
        String path = url.getPath();
        try (InputStream in = url.openStream()) {
            return new Step(
                    path.substring(path.lastIndexOf('/') + 1), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
