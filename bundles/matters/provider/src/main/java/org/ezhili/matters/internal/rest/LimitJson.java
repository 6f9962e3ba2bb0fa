package org.ezhili.matters.internal.rest;

import org.ezhili.matters.internal.domain.limits.Limit;

/** A time limit. */
public record LimitJson(int amount, String unit) {

    static LimitJson of(Limit limit) {
        return new LimitJson(limit.amount(), limit.unit().word());
    }
}
