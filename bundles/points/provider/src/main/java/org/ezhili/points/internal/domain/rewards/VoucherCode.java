package org.ezhili.points.internal.domain.rewards;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A voucher's code: a random serial of ten characters, five that only this district can work out of it (HMAC-SHA-256), and a
 * check character. Alphabet and check follow GB 32100-2015: no I, O, S, V, Z; weights are powers of three modulo 31, which
 * catch every single wrong character and every two that change places. Thread-safe.
 */
public final class VoucherCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int SERIAL = 10;
    private static final int SEAL = 5;
    private static final int LENGTH = SERIAL + SEAL + 1;

    private final byte[] secret;

    public VoucherCode(byte[] secret) {
        this.secret = secret.clone();
    }

    public static String newSerial(RandomGenerator random) {
        StringBuilder serial = new StringBuilder();
        for (int i = 0; i < SERIAL; i++) {
            serial.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return serial.toString();
    }

    /** The code as it is shown, in groups of four. */
    public String of(String serial) {
        String sealed = serial + seal(serial);
        return (sealed + check(sealed)).replaceAll("(.{4})(?=.)", "$1-");
    }

    /**
     * The serial of a code that somebody typed, in upper or lower case, with or without hyphens and blanks, with letters for
     * the digits that look like them; empty when this district never made such a code.
     */
    public Optional<String> serial(String typed) {
        String text = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('Z', '2')
                .replace('S', '5');
        if (text.length() != LENGTH || !text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
            return Optional.empty();
        }
        String serial = text.substring(0, SERIAL);
        String sealed = text.substring(0, LENGTH - 1);
        boolean ours = text.charAt(LENGTH - 1) == check(sealed) && sealed.equals(serial + seal(serial));
        return ours ? Optional.of(serial) : Optional.empty();
    }

    private String seal(String serial) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] digest = mac.doFinal(serial.getBytes(StandardCharsets.US_ASCII));
            StringBuilder seal = new StringBuilder();
            for (int i = 0; i < SEAL; i++) {
                int word = (digest[4 * i] & 0x7f) << 24
                        | (digest[4 * i + 1] & 0xff) << 16
                        | (digest[4 * i + 2] & 0xff) << 8
                        | (digest[4 * i + 3] & 0xff);
                seal.append(ALPHABET.charAt(word % ALPHABET.length()));
            }
            return seal.toString();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }

    private static char check(String text) {
        int sum = 0;
        int weight = 1;
        for (char c : text.toCharArray()) {
            sum += ALPHABET.indexOf(c) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
