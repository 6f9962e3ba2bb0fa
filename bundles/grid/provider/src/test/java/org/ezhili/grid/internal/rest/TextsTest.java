package org.ezhili.grid.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    @Test
    void every_text_is_there_in_both_languages_with_the_same_placeholders() {
        ResourceBundle zh = texts(Locale.ROOT);
        ResourceBundle en = texts(Locale.ENGLISH);

        assertThat(en.keySet()).isEqualTo(zh.keySet());
        assertThat(zh.keySet()).allSatisfy(key -> assertThat(placeholders(en.getString(key)))
                .isEqualTo(placeholders(zh.getString(key))));
    }

    private static java.util.List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static ResourceBundle texts(Locale locale) {
        return ResourceBundle.getBundle(
                "OSGI-INF.l10n.messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
