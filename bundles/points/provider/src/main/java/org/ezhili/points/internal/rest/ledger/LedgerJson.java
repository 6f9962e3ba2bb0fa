package org.ezhili.points.internal.rest.ledger;

import java.util.List;

/**
 * A street's accounts.
 *
 * @param given less what was taken back
 * @param inHands what owners have or have promised, less what they owe
 */
public record LedgerJson(
        String street,
        String name,
        long given,
        long held,
        long redeemed,
        long expired,
        long inHands,
        List<MonthJson> months) {

    /** What a month has changed. */
    public record MonthJson(String month, long given, long redeemed, long expired) {}
}
