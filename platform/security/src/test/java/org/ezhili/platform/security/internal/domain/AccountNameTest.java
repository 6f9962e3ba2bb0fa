package org.ezhili.platform.security.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"李蕾", "Li Lei", " x", "x ", "   名 字  ", "-"})
    void names_are_shown_as_people_write_them(String name) {
        assertThat(name.matches(AccountName.SHOWN)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "     ", "\n", "a\n", "\tb", "a\u0000b", " \u007f", "\u3000", " \u3000 "})
    void blanks_and_control_characters_are_no_names(String name) {
        assertThat(name.matches(AccountName.SHOWN)).isFalse();
    }

    @Test
    void a_text_as_long_as_a_body_is_judged_at_once() {
        String endless = "a".repeat(500_000) + "\n";
        boolean isName = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> endless.matches(AccountName.SHOWN));
        assertThat(isName).isFalse();
    }
}
