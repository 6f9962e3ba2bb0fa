package org.ezhili.platform.gateway.internal.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Path FOLDER = Path.of("src/main/resources/OSGI-INF/l10n");

    @Test
    void each_text_is_there_in_both_languages() throws IOException {
        assertThat(load("messages.properties").stringPropertyNames())
                .isEqualTo(load("messages_en.properties").stringPropertyNames());
    }

    @Test
    void each_problem_has_a_title_and_a_detail() throws IOException {
        Properties texts = load("messages.properties");

        assertThat(texts.stringPropertyNames().stream()
                        .filter(key -> key.startsWith("problem.") && !key.endsWith(".detail"))
                        .map(key -> key + ".detail"))
                .allMatch(texts::containsKey);
    }

    private static Properties load(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(FOLDER.resolve(file))) {
            texts.load(in);
        }
        return texts;
    }
}
