package org.ezhili.points.internal.domain.rewards;

import java.util.Locale;
import org.ezhili.platform.ProblemException;

/** Why something can't be done with a reward or a voucher now. */
public enum Refusal {
    SOLD_OUT,
    SEATS_LEFT,
    REWARD_NOT_OPEN,
    REWARD_WITHDRAWN,
    PRICE_CHANGED,
    PERSON_LIMIT,
    NOT_ENOUGH_POINTS,
    STOCK_BELOW_TAKEN,
    VOUCHER_ENDED,
    VOUCHER_EXPIRED,
    VOUCHER_SHOWN,
    CANCEL_TOO_LATE,
    PASS_EXPIRED,
    NOT_WAITING;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public ProblemException problem(Object... arguments) {
        return ProblemException.of(409, word(), arguments);
    }
}
