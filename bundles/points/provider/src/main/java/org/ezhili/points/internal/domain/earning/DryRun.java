package org.ezhili.points.internal.domain.earning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ezhili.points.AwardOutcome;
import org.ezhili.points.AwardOutcome.Awarded;
import org.ezhili.points.AwardOutcome.Nothing;
import org.ezhili.points.AwardOutcome.Reason;
import org.ezhili.points.Occasion;
import org.ezhili.points.OccasionKind;

/** What rules would have given for occasions that are past. Occasions come in the order in which they happened. */
public final class DryRun {

    private final RuleBook rules;
    private final LocalDate from;
    private final Map<String, List<Earned>> earned = new HashMap<>();
    private final Map<OccasionKind, Line> lines = new EnumMap<>(OccasionKind.class);

    /** @param from the first day that is told of; what comes before it counts for the caps alone */
    public DryRun(RuleBook rules, LocalDate from) {
        this.rules = rules;
        this.from = from;
    }

    /**
     * What would have come of one kind of occasion.
     *
     * @param occasions how many there were
     * @param given points that were given for them
     * @param would points that these rules would have given
     * @param capped how many would have met a cap and earned nothing
     */
    public record Line(long occasions, long given, long would, long capped) {

        static final Line EMPTY = new Line(0, 0, 0, 0);

        private Line plus(long points, long other, boolean cap) {
            return new Line(occasions + 1, given + points, would + other, capped + (cap ? 1 : 0));
        }
    }

    /**
     * Weighs one occasion.
     *
     * @param given points that it earned
     */
    public void weigh(Occasion occasion, LocalDate day, long given) {
        List<Earned> own = earned.computeIfAbsent(occasion.owner(), owner -> new ArrayList<>());
        own.removeIf(past -> past.day().isBefore(day.withDayOfMonth(1)));
        AwardOutcome outcome = EarningPolicy.weigh(Optional.of(rules), occasion, day, own);
        long would = outcome instanceof Awarded awarded ? awarded.points() : 0;
        boolean capped = outcome instanceof Nothing nothing && nothing.reason() == Reason.CAP;
        if (would > 0) {
            own.add(new Earned(occasion.kind(), occasion.category(), day, would));
        }
        if (!day.isBefore(from)) {
            lines.put(
                    occasion.kind(),
                    lines.getOrDefault(occasion.kind(), Line.EMPTY).plus(given, would, capped));
        }
    }

    /** What has come of it, by kind. */
    public Map<OccasionKind, Line> lines() {
        return Map.copyOf(lines);
    }
}
