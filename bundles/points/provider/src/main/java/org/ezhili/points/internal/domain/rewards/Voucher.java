package org.ezhili.points.internal.domain.rewards;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ezhili.platform.AreaCode;

/**
 * A reward that somebody has exchanged points for.
 *
 * @param serial its number at the counter, which {@link VoucherCode} makes a code of
 * @param area whose reward it is
 * @param price points held, as the reward cost then
 * @param cancelUntil until when its holder may give it back
 * @param expiresAt until when it can be collected
 * @param shownUntil until when a pass that was shown is good at a counter without a line
 */
public record Voucher(
        long id,
        String serial,
        long reward,
        AreaCode area,
        String title,
        String owner,
        long price,
        VoucherState state,
        Instant redeemedAt,
        Instant cancelUntil,
        Instant expiresAt,
        Instant shownUntil,
        Optional<Instant> endedAt) {

    /** A counter without a line tells of what it handed out within this time. */
    public static final Duration COUNTER_TELLS = Duration.ofHours(1);

    public boolean isHeld() {
        return state == VoucherState.HELD;
    }

    /** A pass that may have been used at a counter which has not told yet. */
    public boolean isOut(Instant now) {
        return now.isBefore(shownUntil.plus(COUNTER_TELLS));
    }

    public boolean mayBeCancelled(Instant now) {
        return isHeld() && now.isBefore(cancelUntil) && !isOut(now);
    }

    /** What the ledger knows it by. */
    public String source() {
        return source(id);
    }

    public static String source(long id) {
        return "voucher:" + id;
    }
}
