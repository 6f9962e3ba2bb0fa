package org.ezhili.points.internal.past;

import java.util.Optional;
import org.ezhili.platform.Ids;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.persistence.Database;
import org.ezhili.points.StreetPast;
import org.ezhili.points.internal.domain.rewards.RewardDraft;
import org.ezhili.points.internal.domain.rewards.RewardKind;
import org.ezhili.points.internal.store.rewards.Redemptions;
import org.ezhili.points.internal.store.rewards.Rewards;
import org.ezhili.points.internal.store.rewards.Vouchers;

/** Rewards, and who has exchanged points for them. */
final class PastRewards {

    private final Database database;
    private final Rewards rewards;
    private final Redemptions redemptions;
    private final Vouchers vouchers;
    private final Ids ids;

    PastRewards(Database database, Rewards rewards, Redemptions redemptions, Vouchers vouchers, Ids ids) {
        this.database = database;
        this.rewards = rewards;
        this.redemptions = redemptions;
        this.vouchers = vouchers;
        this.ids = ids;
    }

    boolean add(StreetPast.Reward past) {
        RewardDraft draft = draft(past);
        draft.fault().ifPresent(fault -> {
            throw new IllegalArgumentException(past.reference() + ": " + fault.field() + " " + fault.code());
        });
        long id = ids.next();
        long kept = Takeover.made(database.once(
                Takeover.key("reward:" + past.reference(), past.reference()),
                work -> rewards.add(work.entities(), id, draft)));
        past.exchanges().forEach(exchange -> exchange(past, kept, exchange));
        return kept == id;
    }

    private void exchange(StreetPast.Reward past, long reward, StreetPast.Exchange exchange) {
        String reference = past.reference() + ":" + exchange.owner();
        try {
            long voucher = Takeover.made(redemptions.redeem(
                    reward, exchange.owner(), past.price(), Takeover.key("exchange:" + reference, exchange)));
            exchange.collectedFrom()
                    .ifPresent(counter -> vouchers.collect(
                            vouchers.find(voucher).orElseThrow(),
                            counter,
                            Takeover.key("collect:" + reference, exchange)));
        } catch (ProblemException refusal) {
            if (refusal.problem().status() >= 500) {
                throw refusal;
            }
        }
    }

    private static RewardDraft draft(StreetPast.Reward past) {
        return new RewardDraft(
                past.area(),
                past.meetings().isEmpty() ? RewardKind.GOODS : RewardKind.COURSE,
                past.title(),
                past.description(),
                past.price(),
                past.stock(),
                past.perPerson(),
                past.opensAt(),
                past.closesAt(),
                past.collectDays(),
                Optional.empty(),
                true,
                past.meetings().stream()
                        .map(meeting -> new RewardDraft.MeetingDraft(
                                Optional.empty(), meeting.startsAt(), meeting.endsAt(), meeting.place()))
                        .toList());
    }
}
