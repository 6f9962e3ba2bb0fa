package org.ezhili.points.internal.past;

import java.util.List;
import java.util.Map;
import org.ezhili.points.PastVolunteering;
import org.ezhili.points.internal.Ground;
import org.ezhili.points.internal.Part;
import org.ezhili.points.internal.domain.activities.PublicTime;
import org.ezhili.points.internal.store.activities.ActivityStore;
import org.ezhili.points.internal.store.activities.CheckInStore;
import org.ezhili.points.internal.store.activities.Counting;
import org.ezhili.points.internal.store.activities.Seats;
import org.ezhili.points.internal.store.activities.SignupLists;
import org.ezhili.points.internal.store.activities.VolunteerStore;
import org.ezhili.points.internal.store.earning.Budgets;
import org.ezhili.points.internal.store.earning.RuleBooks;
import org.ezhili.points.internal.store.notices.Telling;
import org.ezhili.points.internal.store.rewards.Redemptions;
import org.ezhili.points.internal.store.rewards.Rewards;
import org.ezhili.points.internal.store.rewards.SoldOut;
import org.ezhili.points.internal.store.rewards.Vouchers;

/** What a street did before. */
public final class PastPart {

    private PastPart() {}

    public static Part of(Ground ground, PublicTime time) {
        return new Part(
                List.of(), List.of(), List.of(), List.of(), Map.of(PastVolunteering.class, takeover(ground, time)));
    }

    static Takeover takeover(Ground ground, PublicTime time) {
        Seats seats = new Seats(ground.database(), Telling.NOBODY, ground.ids(), ground.clock());
        SoldOut soldOut = new SoldOut(ground.database(), ground.clock());
        return new Takeover(
                new RuleBooks(ground.database()),
                new Budgets(ground.database()),
                new PastActivities(
                        new VolunteerStore(ground.database(), seats, Telling.NOBODY),
                        new ActivityStore(ground.database(), ground.earnings(), Telling.NOBODY),
                        seats,
                        new SignupLists(ground.database()),
                        new CheckInStore(ground.database(), ground.earnings(), Telling.NOBODY, ground.ids()),
                        time,
                        ground.ids()),
                new Counting(ground.database(), ground.earnings(), ground.switched()::offStreets, time, ground.clock()),
                new PastRewards(
                        ground.database(),
                        new Rewards(ground.database(), ground.ids(), ground.clock()),
                        new Redemptions(ground.database(), ground.ledger(), soldOut, ground.ids(), ground.clock()),
                        new Vouchers(
                                ground.database(),
                                ground.ledger(),
                                soldOut,
                                ground.switched()::offStreets,
                                ground.clock()),
                        ground.ids()),
                ground.clock(),
                ground.zone());
    }
}
