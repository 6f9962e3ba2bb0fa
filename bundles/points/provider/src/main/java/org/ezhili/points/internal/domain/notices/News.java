package org.ezhili.points.internal.domain.notices;

import java.time.Instant;
import java.util.Optional;
import org.ezhili.platform.AreaCode;

/**
 * Something worth telling somebody.
 *
 * @param area of which it tells: where it does without points nobody is told
 * @param subject id of the activity, voucher, reward, volunteer or team; 0 for points
 * @param title what that is called, or why it is so; of withdrawn points the word of the occasion that they were given for
 * @param amount points that it is about, or that are taken back with it; 0 when it is about none
 * @param due when the shift begins, the voucher lapses, or the last day of the points begins
 * @param reason what whoever has decided it gives as the reason; may be empty
 */
public record News(
        NoticeKind kind, AreaCode area, long subject, String title, long amount, Optional<Instant> due, String reason) {

    public News(NoticeKind kind, AreaCode area, long subject, String title, long amount, Optional<Instant> due) {
        this(kind, area, subject, title, amount, due, "");
    }

    public static News of(NoticeKind kind, AreaCode area, long subject, String title) {
        return new News(kind, area, subject, title, 0, Optional.empty());
    }

    /** The street, or the whole district for what is every street's. */
    public AreaCode place() {
        return area.street().orElse(area);
    }
}
