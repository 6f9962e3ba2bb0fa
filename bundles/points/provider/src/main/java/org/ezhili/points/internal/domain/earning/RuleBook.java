package org.ezhili.points.internal.domain.earning;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ezhili.platform.AreaCode;
import org.ezhili.points.OccasionKind;

/**
 * One version of a street's rules. It is never changed; a newer version takes its place from a day on.
 *
 * @param version 1, 2, 3 …
 * @param effectiveFrom first day on which it counts
 * @param lifeMonths how long points are good
 * @param dailyCap the most points of one owner on one day by all rules; 0: no cap
 * @param monthlyCap likewise in one month
 */
public record RuleBook(
        AreaCode street,
        int version,
        LocalDate effectiveFrom,
        int lifeMonths,
        long dailyCap,
        long monthlyCap,
        List<Rule> rules) {

    public RuleBook {
        rules = List.copyOf(rules);
    }

    /** The rule that names the occasion most closely. */
    Optional<Rule> rule(OccasionKind kind, String category) {
        return rules.stream()
                .filter(rule -> rule.fits(kind, category))
                .max(Comparator.comparingInt(rule -> rule.category().length()));
    }

    /** First day on which points given on {@code day} are no longer good. */
    public LocalDate expiry(LocalDate day) {
        return day.plusMonths(lifeMonths).plusDays(1);
    }
}
