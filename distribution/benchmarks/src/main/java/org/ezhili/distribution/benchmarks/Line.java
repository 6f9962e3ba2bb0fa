package org.ezhili.distribution.benchmarks;

import java.util.Locale;
import java.util.Optional;

/**
 * One line of the table.
 *
 * @param aside the numbers behind the ratio, good for this run on this machine only
 */
public record Line(String what, Ratio ratio, Optional<Target> target, String aside) {

    /** What a ratio is to be: at least, or at most. */
    public record Target(double bound, boolean atLeast) {

        public static Optional<Target> atLeast(double bound) {
            return Optional.of(new Target(bound, true));
        }

        public static Optional<Target> atMost(double bound) {
            return Optional.of(new Target(bound, false));
        }

        boolean isMetBy(double value) {
            return atLeast ? value >= bound : value <= bound;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s %.1f", atLeast ? "≥" : "≤", bound);
        }
    }

    String markdown() {
        String wanted = target.map(Target::toString).orElse("");
        String met = target.map(bound -> bound.isMetBy(ratio.middle()) ? "yes" : "**no**")
                .orElse("");
        return "| " + String.join(" | ", what, ratio.toString(), wanted, met, aside) + " |";
    }
}
