package org.ezhili.platform.gateway.internal.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

class WebFolderTest {

    @TempDir
    Path jar;

    private WebFolder folder;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(jar.resolve("web/lib"));
        Files.writeString(jar.resolve("web/desktop.html"), "<html>");
        Files.writeString(jar.resolve("web/lib/vue.js"), "x".repeat(5_000));
        folder = new WebFolder("console", (Bundle) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Bundle.class}, (bundle, method, arguments) -> {
                    Path path = jar.resolve((String) arguments[0]);
                    return switch (method.getName()) {
                        case "getEntry" -> entry(path);
                        case "getEntryPaths" -> Files.isDirectory(path) ? Collections.emptyEnumeration() : null;
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                }));
    }

    private static URL entry(Path path) throws IOException {
        return Files.exists(path) ? path.toUri().toURL() : null;
    }

    @Test
    void a_file_is_read_once() {
        WebFile first = folder.file("lib/vue.js").orElseThrow();
        assertThat(folder.file("lib/vue.js")).containsSame(first);
        assertThat(first.packed()).isPresent();
    }

    @Test
    void folders_are_no_files_and_nothing_is_above() {
        for (String path : new String[] {"", "lib", "lib/", "../web/desktop.html", "none.js"}) {
            assertThat(folder.file(path)).as(path).isEmpty();
        }
    }

    @Test
    void names_that_callers_make_up_take_no_memory() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(folder.file("made-up-" + i)).isEmpty();
        }
        assertThat(folder.file("desktop.html")).isPresent();
        assertThat(folder.size()).isEqualTo(1);
    }
}
