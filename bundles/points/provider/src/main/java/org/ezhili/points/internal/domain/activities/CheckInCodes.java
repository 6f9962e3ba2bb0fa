package org.ezhili.points.internal.domain.activities;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what the screen at an activity shows: which activity and when, under HMAC-SHA-256. A code is good for the step of 30
 * seconds in which it was made and for 5 seconds more, but never for longer than 30 seconds. Immutable.
 */
public final class CheckInCodes {

    public static final Duration STEP = Duration.ofSeconds(30);
    static final Duration GRACE = Duration.ofSeconds(5);
    private static final int SIGNED = 2 * Long.BYTES;
    private static final int SIGNATURE = 16;
    private static final byte[] PURPOSE = "check-in".getBytes(StandardCharsets.US_ASCII);

    private final SecretKeySpec secret;

    public CheckInCodes(byte[] secret) {
        this.secret = new SecretKeySpec(secret, "HmacSHA256");
    }

    public String code(long activity, Instant now) {
        byte[] signed = ByteBuffer.allocate(SIGNED)
                .putLong(activity)
                .putLong(now.toEpochMilli())
                .array();
        byte[] code = ByteBuffer.allocate(SIGNED + SIGNATURE)
                .put(signed)
                .put(signature(signed))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
    }

    /** When the screen should show another code: the end of the step. */
    public static Instant shownUntil(Instant now) {
        long step = STEP.toMillis();
        return Instant.ofEpochMilli((now.toEpochMilli() / step + 1) * step);
    }

    /** The activity whose code this is; empty when it is no code of ours, or not of this moment. */
    public OptionalLong activity(String code, Instant now) {
        byte[] bytes = bytes(code);
        if (bytes.length != SIGNED + SIGNATURE) {
            return OptionalLong.empty();
        }
        byte[] signed = Arrays.copyOf(bytes, SIGNED);
        if (!MessageDigest.isEqual(signature(signed), Arrays.copyOfRange(bytes, SIGNED, bytes.length))) {
            return OptionalLong.empty();
        }
        ByteBuffer content = ByteBuffer.wrap(signed);
        long activity = content.getLong();
        Instant made = Instant.ofEpochMilli(content.getLong());
        boolean fresh = !now.isBefore(made)
                && !now.isAfter(made.plus(STEP))
                && !now.isAfter(shownUntil(made).plus(GRACE));
        return fresh ? OptionalLong.of(activity) : OptionalLong.empty();
    }

    private byte[] signature(byte[] signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            mac.update(PURPOSE);
            return Arrays.copyOf(mac.doFinal(signed), SIGNATURE);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }

    /** A text that decodes to the same bytes but is written otherwise is no code either. */
    private static byte[] bytes(String code) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(code);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(code) ? bytes : new byte[0];
        } catch (IllegalArgumentException noCode) {
            return new byte[0];
        }
    }
}
