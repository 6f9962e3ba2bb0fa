package org.ezhili.points.internal.domain.activities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ezhili.platform.AreaCode;

/** 小圈子: whether those who check others in by hand favour a few. */
public final class Circles {

    private static final long FEW = 3;
    private static final long ENOUGH = 10;
    private static final long MOST_PERCENT = 80;
    private static final long EACH_OTHER = 3;

    private Circles() {}

    /** How often a coordinator has checked a volunteer in by hand. */
    public record ByHand(AreaCode street, String coordinator, String volunteer, long times) {}

    /**
     * Those who are worth a look: of a coordinator who has checked in people by hand at least ten times, the volunteers, at most
     * three, on whom four fifths of that fell; and two who have checked in each other at least three times each.
     */
    public static List<ByHand> of(List<ByHand> all) {
        List<ByHand> found = new ArrayList<>();
        all.stream()
                .collect(Collectors.groupingBy(one -> List.of(one.street(), one.coordinator())))
                .values()
                .forEach(mine -> found.addAll(favoured(mine)));
        Map<List<String>, Long> times = all.stream()
                .collect(
                        Collectors.toMap(one -> List.of(one.coordinator(), one.volunteer()), ByHand::times, Long::sum));
        all.stream()
                .filter(one -> one.times() >= EACH_OTHER)
                .filter(one -> times.getOrDefault(List.of(one.volunteer(), one.coordinator()), 0L) >= EACH_OTHER)
                .filter(one -> !found.contains(one))
                .forEach(found::add);
        return found;
    }

    private static List<ByHand> favoured(List<ByHand> mine) {
        long all = mine.stream().mapToLong(ByHand::times).sum();
        List<ByHand> most = mine.stream()
                .sorted(Comparator.comparingLong(ByHand::times).reversed().thenComparing(ByHand::volunteer))
                .limit(FEW)
                .toList();
        long theirs = most.stream().mapToLong(ByHand::times).sum();
        return all >= ENOUGH && theirs * 100 >= all * MOST_PERCENT ? most : List.of();
    }
}
