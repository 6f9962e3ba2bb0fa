package org.ezhili.points.internal.domain.rewards;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoucherPassTest {

    private final KeyPair keys = pair();
    private final Voucher voucher = new Voucher(
            5,
            "0123456789",
            7,
            Courses.EAST,
            "洗衣液",
            "resident",
            30,
            VoucherState.HELD,
            Courses.NOW,
            Courses.NOW,
            Courses.NOW,
            Courses.NOW,
            Optional.empty());
    private final String pass =
            VoucherPass.sign(keys.getPrivate(), "AAAA-BBBB-CCCC-DDDD", voucher, Courses.NOW.plusSeconds(600));

    @Test
    void the_public_key_alone_tells_what_a_pass_says() {
        assertThat(VoucherPass.read(keys.getPublic(), pass))
                .contains(new VoucherPass.Shown("AAAA-BBBB-CCCC-DDDD", Courses.NOW.plusSeconds(600)));
    }

    @Test
    void a_pass_signed_by_somebody_else_says_nothing() {
        assertThat(VoucherPass.read(pair().getPublic(), pass)).isEmpty();
    }

    @Test
    void a_pass_that_was_made_to_last_longer_says_nothing() {
        String[] parts = pass.split("\\.", -1);
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.US_ASCII);
        String longer = payload.replaceAll("\"until\":\\d+", "\"until\":99999999999");
        assertThat(VoucherPass.read(
                        keys.getPublic(),
                        parts[0] + "."
                                + Base64.getUrlEncoder()
                                        .withoutPadding()
                                        .encodeToString(longer.getBytes(StandardCharsets.US_ASCII))
                                + "." + parts[2]))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "EZV1..", "EZV1.a.b", "EZV1.????.!!!!", "EZV2.e30.e30", "EZV1.e30.e30.e30"})
    void what_is_no_pass_says_nothing(String text) {
        assertThat(VoucherPass.read(keys.getPublic(), text)).isEmpty();
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
