package org.ezhili.platform;

import java.util.Optional;

/**
 * The code of one area: a national statistical division code, extended below the community by grid (3 digits), building
 * (3), entrance (2) and household (4). An area lies inside another exactly when its code starts with the other's code:
 * every scope check is that prefix check.
 *
 * @param digits 6, 9, 12, 15, 18, 20 or 24 ASCII digits
 */
public record AreaCode(String digits) implements Comparable<AreaCode> {

    /** Refuses what is not a code of one of the {@link AreaLevel}s with an {@link IllegalArgumentException}. */
    public AreaCode {
        if (!isValid(digits)) {
            throw new IllegalArgumentException("not an area code: " + shortened(digits));
        }
    }

    /** The code written in {@code text}; empty when it is none. */
    public static Optional<AreaCode> parse(String text) {
        return isValid(text) ? Optional.of(new AreaCode(text)) : Optional.empty();
    }

    /** As {@link #AreaCode(String)}, for codes that are known to be right. */
    public static AreaCode of(String digits) {
        return new AreaCode(digits);
    }

    public AreaLevel level() {
        return AreaLevel.ofDigits(digits.length()).orElseThrow();
    }

    /** True when {@code other} is this area or lies inside it. */
    public boolean contains(AreaCode other) {
        return other.digits.startsWith(digits);
    }

    /** The area one tier up; empty for a district. */
    public Optional<AreaCode> parent() {
        return level().above().map(above -> new AreaCode(digits.substring(0, above.digits())));
    }

    /** The area of {@code level} that this area lies in (or is); empty when this area is above that level. */
    public Optional<AreaCode> at(AreaLevel level) {
        return digits.length() < level.digits()
                ? Optional.empty()
                : Optional.of(new AreaCode(digits.substring(0, level.digits())));
    }

    /** The street that this area lies in (or is); empty for a district. */
    public Optional<AreaCode> street() {
        return at(AreaLevel.STREET);
    }

    @Override
    public int compareTo(AreaCode other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public String toString() {
        return digits;
    }

    private static boolean isValid(String text) {
        return AreaLevel.ofDigits(text.length()).isPresent() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String shortened(String text) {
        return text.length() <= 30 ? text : text.substring(0, 30) + "…";
    }
}
