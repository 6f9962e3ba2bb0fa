package org.ezhili.points.internal.domain.activities;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final byte[] TYPED = "check-in typed".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern TYPED_CODE = Pattern.compile("([0-9]{1,18}):([0-9]{8})");

    private final SecretKeySpec secret;

    /**
     * A code of this moment, scanned or typed.
     *
     * @param until the end of the step in which the screen shows it
     */
    public record Shown(long activity, Instant until) {

        /** Whether the screen showed it at that time already, or before. */
        public boolean wasSeenBy(Instant at) {
            return !until.isAfter(shownUntil(at));
        }
    }

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
                .put(Arrays.copyOf(mac(PURPOSE, signed), SIGNATURE))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
    }

    /** Eight digits for who cannot scan: good for the step in which they are shown, for one activity. */
    public String digits(long activity, Instant now) {
        byte[] signed = ByteBuffer.allocate(SIGNED)
                .putLong(activity)
                .putLong(now.toEpochMilli() / STEP.toMillis())
                .array();
        int number = ByteBuffer.wrap(mac(TYPED, signed)).getInt() & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%08d", number % 100_000_000);
    }

    /** Whether what was sent is digits that were typed: {@code <activity>:<eight digits>}. */
    public static boolean isTyped(String code) {
        return TYPED_CODE.matcher(code).matches();
    }

    /** When the screen should show another code: the end of the step. */
    public static Instant shownUntil(Instant now) {
        long step = STEP.toMillis();
        return Instant.ofEpochMilli((now.toEpochMilli() / step + 1) * step);
    }

    /** What a code is of; empty when it is no code of ours, or not of this moment. */
    public Optional<Shown> shown(String code, Instant now) {
        Matcher typed = TYPED_CODE.matcher(code);
        if (typed.matches()) {
            long activity = Long.parseLong(typed.group(1));
            byte[] shown = digits(activity, now).getBytes(StandardCharsets.US_ASCII);
            return MessageDigest.isEqual(shown, typed.group(2).getBytes(StandardCharsets.US_ASCII))
                    ? Optional.of(new Shown(activity, shownUntil(now)))
                    : Optional.empty();
        }
        byte[] bytes = bytes(code);
        if (bytes.length != SIGNED + SIGNATURE) {
            return Optional.empty();
        }
        byte[] signed = Arrays.copyOf(bytes, SIGNED);
        if (!MessageDigest.isEqual(
                Arrays.copyOf(mac(PURPOSE, signed), SIGNATURE), Arrays.copyOfRange(bytes, SIGNED, bytes.length))) {
            return Optional.empty();
        }
        ByteBuffer content = ByteBuffer.wrap(signed);
        long activity = content.getLong();
        Instant made = Instant.ofEpochMilli(content.getLong());
        boolean fresh = !now.isBefore(made)
                && !now.isAfter(made.plus(STEP))
                && !now.isAfter(shownUntil(made).plus(GRACE));
        return fresh ? Optional.of(new Shown(activity, shownUntil(made))) : Optional.empty();
    }

    private byte[] mac(byte[] purpose, byte[] signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            mac.update(purpose);
            return mac.doFinal(signed);
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
