package org.ezhili.points.internal.domain.earning;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ezhili.points.AwardOutcome;
import org.ezhili.points.AwardOutcome.Awarded;
import org.ezhili.points.AwardOutcome.Nothing;
import org.ezhili.points.AwardOutcome.Reason;
import org.ezhili.points.Occasion;

/** How many points an occasion is worth: the rule, then the caps. What goes over a cap is not given, what is under it is. */
public final class EarningPolicy {

    private EarningPolicy() {}

    /**
     * Weighs an occasion.
     *
     * @param day of the occasion, where the street is
     * @param before what the same owner got from the same street in the same month
     */
    public static AwardOutcome weigh(Optional<RuleBook> book, Occasion occasion, LocalDate day, List<Earned> before) {
        Optional<Rule> rule = book.flatMap(rules -> rules.rule(occasion.kind(), occasion.category()));
        long worth = rule.map(found -> found.worth(occasion)).orElse(0L);
        if (book.isEmpty() || rule.isEmpty() || worth == 0) {
            return new Nothing(Reason.NO_RULE);
        }
        RuleBook rules = book.get();
        Predicate<Earned> same =
                past -> rules.rule(past.kind(), past.category()).equals(rule);
        long left = worth;
        left = under(rules.dailyCap(), left, before, past -> past.day().equals(day));
        left = under(rules.monthlyCap(), left, before, past -> isSameMonth(past.day(), day));
        left = under(
                rule.get().dailyCap(), left, before, same.and(past -> past.day().equals(day)));
        left = under(rule.get().monthlyCap(), left, before, same.and(past -> isSameMonth(past.day(), day)));
        return left > 0 ? new Awarded(left) : new Nothing(Reason.CAP);
    }

    private static long under(long cap, long points, List<Earned> before, Predicate<Earned> counts) {
        if (cap == 0) {
            return points;
        }
        long had = before.stream().filter(counts).mapToLong(Earned::points).sum();
        return Math.max(0, Math.min(points, cap - had));
    }

    private static boolean isSameMonth(LocalDate one, LocalDate other) {
        return YearMonth.from(one).equals(YearMonth.from(other));
    }
}
