package org.ezhili.points.internal.domain.rewards;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a holder shows at a counter: code, area and reward of a voucher, signed with Ed25519 (RFC 8032), good for a few minutes.
 * Whoever has the public key can verify it without a line: {@code EZV1.<payload>.<signature>}, both in base 64 URL, the
 * payload being {@code {"code","area","reward","until"}} with {@code until} in seconds since 1970.
 */
public final class VoucherPass {

    public static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private static final String MARK = "EZV1";
    private static final Pattern PAYLOAD = Pattern.compile(
            "\\{\"code\":\"([0-9A-Z-]{1,40})\",\"area\":\"([0-9]{6,9})\",\"reward\":\"([0-9]{1,19})\",\"until\":([0-9]{1,12})}");

    private VoucherPass() {}

    public static String sign(PrivateKey key, String code, Voucher voucher, Instant until) {
        String payload = "{\"code\":\"" + code + "\",\"area\":\"" + voucher.area() + "\",\"reward\":\""
                + voucher.reward() + "\",\"until\":" + until.getEpochSecond() + "}";
        byte[] bytes = payload.getBytes(StandardCharsets.US_ASCII);
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(bytes);
            Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
            return MARK + "." + base64.encodeToString(bytes) + "." + base64.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java platform lacks Ed25519", impossible);
        }
    }

    /** What a pass says; empty when it was not signed with that key. Whether it is still good is the caller's to see. */
    public static Optional<Shown> read(PublicKey key, String pass) {
        String[] parts = pass.split("\\.", -1);
        if (parts.length != 3 || !parts[0].equals(MARK)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(parts[1]);
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(bytes);
            if (!signature.verify(Base64.getUrlDecoder().decode(parts[2]))) {
                return Optional.empty();
            }
            Matcher payload = PAYLOAD.matcher(new String(bytes, StandardCharsets.US_ASCII));
            return payload.matches()
                    ? Optional.of(new Shown(payload.group(1), Instant.ofEpochSecond(Long.parseLong(payload.group(4)))))
                    : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException | DateTimeException notOurs) {
            return Optional.empty();
        }
    }

    /** What a pass says. */
    public record Shown(String code, Instant until) {}
}
