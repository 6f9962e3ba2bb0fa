package org.ezhili.points.internal.rest.rewards;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A voucher, for its holder or for a counter.
 *
 * @param code that the holder shows and the counter types; only for its holder
 * @param ownerName for a counter, which hands over to that person
 * @param actions words of what the holder can do now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VoucherJson(
        String id,
        String reward,
        String title,
        String area,
        @Nullable String areaName,
        long price,
        String state,
        @Nullable String code,
        @Nullable String ownerName,
        Instant redeemedAt,
        Instant cancelUntil,
        Instant expiresAt,
        @Nullable Instant endedAt,
        List<String> actions) {}
