package org.ezhili.platform.security.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    @Test
    void ten_letters_are_enough() {
        assertThat(PasswordPolicy.faultOf("it", "abcdefghij")).isEmpty();
    }

    @Test
    void two_hundred_letters_are_not_too_many() {
        assertThat(PasswordPolicy.faultOf("it", "密".repeat(200))).isEmpty();
    }

    @Test
    void a_letter_outside_the_basic_plane_counts_once() {
        assertThat(PasswordPolicy.faultOf("it", "😀".repeat(200))).isEmpty();
        assertThat(PasswordPolicy.faultOf("it", "😀".repeat(9))).contains("password-short");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "abcdefghi", "密码密码密码密码密"})
    void fewer_than_ten_letters_are_refused(String password) {
        assertThat(PasswordPolicy.faultOf("it", password)).contains("password-short");
    }

    @Test
    void more_than_two_hundred_letters_are_refused() {
        assertThat(PasswordPolicy.faultOf("it", "a".repeat(201))).contains("password-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"street.east", "Street.East", " STREET.EAST "})
    void the_name_of_the_account_is_no_password(String password) {
        assertThat(PasswordPolicy.faultOf("street.east", password)).contains("password-is-account");
    }
}
