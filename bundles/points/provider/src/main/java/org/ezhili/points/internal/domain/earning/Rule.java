package org.ezhili.points.internal.domain.earning;

import org.ezhili.points.Occasion;
import org.ezhili.points.OccasionKind;

/**
 * What a street gives for one kind of occasion.
 *
 * @param category only this one; empty: every one that no other rule names. A matter's category also holds for those below it
 * @param points given for each {@code per}
 * @param per minutes of service, or how many of everything else, that earn {@code points}
 * @param dailyCap the most points of one owner on one day by this rule; 0: no cap
 * @param monthlyCap likewise in one month
 */
public record Rule(OccasionKind kind, String category, long points, long per, long dailyCap, long monthlyCap) {

    boolean fits(OccasionKind what, String where) {
        boolean report = kind == OccasionKind.REPORT_ACCEPTED || kind == OccasionKind.REPORT_RESOLVED;
        return kind == what && (category.isEmpty() || category.equals(where) || report && where.startsWith(category));
    }

    /** Without caps; parts of a point are not given. */
    long worth(Occasion occasion) {
        return points * occasion.quantity() / per;
    }
}
