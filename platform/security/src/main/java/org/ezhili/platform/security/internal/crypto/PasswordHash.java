package org.ezhili.platform.security.internal.crypto;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An Argon2id hash as the PHC string format writes it: {@code $argon2id$v=19$m=…,t=…,p=…$salt$hash}. Salt and hash are base64 without padding. */
record PasswordHash(Argon2Cost parameters, String salt, String hash) {

    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{8,64})\\$([A-Za-z0-9+/]{16,128})");

    static PasswordHash of(Argon2Cost parameters, byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return new PasswordHash(parameters, base64.encodeToString(salt), base64.encodeToString(hash));
    }

    static Optional<PasswordHash> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        Argon2Cost cost = new Argon2Cost(number(form, 1), number(form, 2), number(form, 3));
        return Optional.of(new PasswordHash(cost, form.group(4), form.group(5)));
    }

    String text() {
        return "$argon2id$v=19$m=" + parameters.memory() + ",t=" + parameters.passes() + ",p=" + parameters.lanes()
                + "$" + salt + "$" + hash;
    }

    byte[] saltBytes() {
        return Base64.getDecoder().decode(salt);
    }

    byte[] hashBytes() {
        return Base64.getDecoder().decode(hash);
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }
}
