package org.ezhili.points.internal.rest.rewards;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.security.Accounts;
import org.ezhili.points.internal.desk.Places;
import org.ezhili.points.internal.domain.rewards.Reward;
import org.ezhili.points.internal.domain.rewards.Voucher;
import org.ezhili.points.internal.rest.rewards.RewardJson.MeetingJson;
import org.ezhili.points.internal.store.rewards.VoucherKeys;

/** Puts rewards and vouchers into the words of the wire. */
public final class RewardViews {

    private final Places places;
    private final Accounts accounts;
    private final VoucherKeys keys;
    private final Clock clock;

    public RewardViews(Places places, Accounts accounts, VoucherKeys keys, Clock clock) {
        this.places = places;
        this.accounts = accounts;
        this.keys = keys;
        this.clock = clock;
    }

    RewardJson reward(Reward reward) {
        return rewards(List.of(reward)).get(0);
    }

    List<RewardJson> rewards(List<Reward> rewards) {
        Map<AreaCode, String> names =
                places.names(rewards.stream().map(Reward::area).distinct().toList());
        Instant now = clock.instant();
        return rewards.stream().map(reward -> json(reward, names, now)).toList();
    }

    List<VoucherJson> own(List<Voucher> vouchers) {
        Map<AreaCode, String> names =
                places.names(vouchers.stream().map(Voucher::area).distinct().toList());
        Instant now = clock.instant();
        return vouchers.stream()
                .map(voucher -> new VoucherJson(
                        String.valueOf(voucher.id()),
                        String.valueOf(voucher.reward()),
                        voucher.title(),
                        voucher.area().digits(),
                        names.get(voucher.area()),
                        voucher.price(),
                        voucher.state().word(),
                        voucher.isHeld() ? keys.keys().codes().of(voucher.serial()) : null,
                        null,
                        voucher.redeemedAt(),
                        voucher.cancelUntil(),
                        voucher.expiresAt(),
                        voucher.endedAt().orElse(null),
                        actions(voucher, now)))
                .toList();
    }

    VoucherJson own(Voucher voucher) {
        return own(List.of(voucher)).get(0);
    }

    VoucherJson atCounter(Voucher voucher) {
        return new VoucherJson(
                String.valueOf(voucher.id()),
                String.valueOf(voucher.reward()),
                voucher.title(),
                voucher.area().digits(),
                places.names(List.of(voucher.area())).get(voucher.area()),
                voucher.price(),
                voucher.state().word(),
                null,
                accounts.names(List.of(voucher.owner())).get(voucher.owner()),
                voucher.redeemedAt(),
                voucher.cancelUntil(),
                voucher.expiresAt(),
                voucher.endedAt().orElse(null),
                voucher.isHeld() ? List.of("collect") : List.of());
    }

    private static List<String> actions(Voucher voucher, Instant now) {
        List<String> actions = new ArrayList<>();
        if (voucher.isHeld() && now.isBefore(voucher.expiresAt())) {
            actions.add("show");
        }
        if (voucher.mayBeCancelled(now)) {
            actions.add("cancel");
        }
        return actions;
    }

    private static RewardJson json(Reward reward, Map<AreaCode, String> names, Instant now) {
        return new RewardJson(
                String.valueOf(reward.id()),
                reward.area().digits(),
                names.get(reward.area()),
                reward.kind().word(),
                reward.title(),
                reward.description(),
                reward.price(),
                reward.stock(),
                reward.remaining(),
                reward.waiting(),
                reward.perPerson(),
                reward.opensAt(),
                reward.closesAt(),
                reward.collectDays(),
                reward.picture().orElse(null),
                reward.offered(),
                reward.withdrawn(),
                reward.isOpen(now),
                reward.version(),
                reward.meetings().stream()
                        .map(meeting -> new MeetingJson(
                                String.valueOf(meeting.id()),
                                meeting.startsAt(),
                                meeting.endsAt(),
                                meeting.place(),
                                meeting.cancelled()))
                        .toList());
    }
}
