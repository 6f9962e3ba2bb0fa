package org.ezhili.points.internal.domain.activities;

import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ezhili.platform.AreaCode;

/**
 * Hours that were certified, as they were that day.
 *
 * @param code by which anybody who is shown the paper can ask whether it is true
 * @param name of the volunteer, that day
 * @param street in which the hours were served; empty: all of the district
 * @param services how many shifts it were
 */
public record Certificate(
        long id,
        String code,
        String account,
        String name,
        Optional<AreaCode> street,
        long minutes,
        int stars,
        long services,
        String issuedBy,
        Instant issuedAt) {

    /** Digits and letters that are not taken for each other. */
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int LENGTH = 16;

    /** A code that nobody guesses: 16 characters of 29, over 77 bits. */
    public static String newCode(RandomGenerator random) {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
