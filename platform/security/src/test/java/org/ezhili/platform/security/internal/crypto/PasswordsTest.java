package org.ezhili.platform.security.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    private static final Argon2Cost CHEAP = new Argon2Cost(64, 1, 1);

    private final Passwords passwords = new Passwords(CHEAP);

    @Test
    void the_usual_cost_is_19_mebibytes_and_two_passes_in_phc_form() {
        assertThat(new Passwords(Argon2Cost.USUAL).hash("ezhili-demo"))
                .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    @Test
    void a_password_matches_its_own_hash_only() {
        Optional<String> kept = Optional.of(passwords.hash("correct horse"));
        assertThat(passwords.matches(kept, "correct horse")).isTrue();
        assertThat(passwords.matches(kept, "correct horse ")).isFalse();
        assertThat(passwords.matches(kept, "Correct horse")).isFalse();
        assertThat(passwords.matches(kept, "")).isFalse();
    }

    @Test
    void the_same_password_is_never_kept_the_same_way_twice() {
        assertThat(passwords.hash("correct horse")).isNotEqualTo(passwords.hash("correct horse"));
    }

    @Test
    void it_does_not_matter_how_a_keyboard_composes_a_letter() {
        assertThat(passwords.matches(Optional.of(passwords.hash("caf\u00e9-caf\u00e9")), "cafe\u0301-cafe\u0301"))
                .isTrue();
    }

    @Test
    void nothing_matches_where_nothing_is_kept() {
        assertThat(passwords.matches(Optional.empty(), "correct horse")).isFalse();
    }

    /** Known answer of the reference implementation: argon2 -id -t 2 -k 65536 -p 1, salt "somesalt", password "password". */
    @Test
    void a_hash_of_the_reference_implementation_is_understood() {
        String reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertThat(passwords.matches(Optional.of(reference), "password")).isTrue();
        assertThat(passwords.matches(Optional.of(reference), "passwore")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ezhili-demo",
                "$2a$10$abcdefghijklmnopqrstuv",
                "$argon2i$v=19$m=64,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=16$m=64,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=99999999,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
            })
    void what_is_no_argon2id_hash_matches_nothing(String kept) {
        assertThat(passwords.matches(Optional.of(kept), "ezhili-demo")).isFalse();
        assertThat(passwords.isOutdated(kept)).isTrue();
    }

    @Test
    void a_hash_of_another_cost_is_outdated_and_still_matches() {
        String old = new Passwords(new Argon2Cost(32, 1, 1)).hash("correct horse");
        assertThat(passwords.isOutdated(old)).isTrue();
        assertThat(passwords.isOutdated(passwords.hash("correct horse"))).isFalse();
        assertThat(passwords.matches(Optional.of(old), "correct horse")).isTrue();
    }
}
