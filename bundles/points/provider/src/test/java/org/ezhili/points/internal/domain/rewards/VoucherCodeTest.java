package org.ezhili.points.internal.domain.rewards;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoucherCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private final VoucherCode codes = new VoucherCode("a secret".getBytes(StandardCharsets.UTF_8));
    private final String serial = VoucherCode.newSerial(new Random(7));
    private final String code = codes.of(serial);

    @Test
    void a_code_is_four_groups_of_four_and_gives_its_serial_back() {
        assertThat(code).matches("([0-9A-Z]{4}-){3}[0-9A-Z]{4}");
        assertThat(codes.serial(code)).contains(serial);
    }

    @Test
    void people_type_it_small_without_hyphens_with_blanks_and_with_letters_for_digits() {
        assertThat(codes.serial(code.toLowerCase(java.util.Locale.ROOT))).contains(serial);
        assertThat(codes.serial(code.replace("-", ""))).contains(serial);
        assertThat(codes.serial(" " + code.replace('-', ' ') + " ")).contains(serial);
        assertThat(codes.serial(code.replace('0', 'O')
                        .replace('1', 'I')
                        .replace('2', 'Z')
                        .replace('5', 'S')))
                .contains(serial);
    }

    @Test
    void every_single_wrong_character_is_noticed() {
        String plain = code.replace("-", "");
        for (int i = 0; i < plain.length(); i++) {
            for (char other : ALPHABET.toCharArray()) {
                if (other != plain.charAt(i)) {
                    assertThat(codes.serial(plain.substring(0, i) + other + plain.substring(i + 1)))
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void every_two_neighbours_that_change_places_are_noticed() {
        String plain = code.replace("-", "");
        for (int i = 0; i + 1 < plain.length(); i++) {
            if (plain.charAt(i) != plain.charAt(i + 1)) {
                String swapped = plain.substring(0, i) + plain.charAt(i + 1) + plain.charAt(i) + plain.substring(i + 2);
                assertThat(codes.serial(swapped)).isEmpty();
            }
        }
    }

    @Test
    void a_code_of_another_district_is_none_of_ours() {
        VoucherCode others = new VoucherCode("another secret".getBytes(StandardCharsets.UTF_8));
        assertThat(codes.serial(others.of(serial))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "0000-0000-0000-0000",
                "AAAA-AAAA-AAAA-AAA",
                "AAAA-AAAA-AAAA-AAAA-A",
                "券券券券-券券券券-券券券券-券券券券",
                "'; DROP TABLE points.voucher; --",
                "\u0000\u0000\u0000\u0000"
            })
    void what_is_no_code_has_no_serial(String text) {
        assertThat(codes.serial(text)).isEmpty();
    }
}
