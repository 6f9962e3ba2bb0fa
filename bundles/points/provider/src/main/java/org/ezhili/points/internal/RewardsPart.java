package org.ezhili.points.internal;

import static org.ezhili.platform.security.Role.COMMUNITY;
import static org.ezhili.platform.security.Role.DEPARTMENT;
import static org.ezhili.platform.security.Role.DISTRICT;
import static org.ezhili.platform.security.Role.RESIDENT;
import static org.ezhili.platform.security.Role.STREET;
import static org.ezhili.platform.security.Role.WORKER;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.ezhili.platform.module.Job;
import org.ezhili.platform.module.Permission;
import org.ezhili.points.internal.picture.Gallery;
import org.ezhili.points.internal.rest.rewards.CounterResource;
import org.ezhili.points.internal.rest.rewards.PicturesResource;
import org.ezhili.points.internal.rest.rewards.RewardAccess;
import org.ezhili.points.internal.rest.rewards.RewardViews;
import org.ezhili.points.internal.rest.rewards.RewardsResource;
import org.ezhili.points.internal.rest.rewards.VouchersResource;
import org.ezhili.points.internal.rest.rewards.WaitingResource;
import org.ezhili.points.internal.store.rewards.Pictures;
import org.ezhili.points.internal.store.rewards.Redemptions;
import org.ezhili.points.internal.store.rewards.RewardLists;
import org.ezhili.points.internal.store.rewards.Rewards;
import org.ezhili.points.internal.store.rewards.SoldOut;
import org.ezhili.points.internal.store.rewards.VoucherKeys;
import org.ezhili.points.internal.store.rewards.VoucherReminders;
import org.ezhili.points.internal.store.rewards.Vouchers;
import org.ezhili.points.internal.store.rewards.WaitingList;

/** What points can be exchanged for, and the vouchers that stand for it until it is collected. */
final class RewardsPart {

    private RewardsPart() {}

    static Part of(Ground ground) {
        SoldOut soldOut = new SoldOut(ground.database(), ground.clock());
        Rewards rewards = new Rewards(ground.database(), ground.ids(), ground.clock());
        Redemptions redemptions =
                new Redemptions(ground.database(), ground.ledger(), soldOut, ground.ids(), ground.clock());
        Vouchers vouchers = new Vouchers(
                ground.database(), ground.ledger(), soldOut, ground.switched()::offStreets, ground.clock());
        WaitingList waiting = new WaitingList(
                ground.database(),
                redemptions,
                soldOut,
                ground.inbox(),
                ground.switched()::offStreets,
                ground.ids(),
                ground.clock());
        VoucherReminders reminders =
                new VoucherReminders(ground.database(), ground.inbox(), ground.switched()::offStreets, ground.clock());
        VoucherKeys keys = new VoucherKeys(ground.database());
        RewardAccess access = new RewardAccess(rewards, soldOut, ground.switched(), ground.audit());
        RewardViews views = new RewardViews(ground.places(), ground.accounts(), keys, ground.clock());
        Gallery gallery = new Gallery(new Pictures(ground.database()), ground.blobs(), ground.ids(), ground.clock());
        return new Part(
                List.of(
                        Permission.of(
                                RewardAccess.SHOP,
                                "用积分兑换奖品",
                                "Exchange points for rewards",
                                RESIDENT,
                                WORKER,
                                COMMUNITY,
                                STREET,
                                DEPARTMENT,
                                DISTRICT),
                        Permission.of(RewardAccess.MANAGE, "管理兑换奖品", "Manage rewards", STREET, DISTRICT),
                        Permission.of(RewardAccess.COUNTER, "核销兑换券", "Hand rewards over", COMMUNITY, STREET)),
                List.of(
                        new RewardsResource(
                                access,
                                rewards,
                                new RewardLists(ground.database(), ground.clock()),
                                views,
                                soldOut,
                                gallery,
                                ground.database(),
                                ground.ids()),
                        new VouchersResource(access, redemptions, vouchers, waiting, views, keys, ground.clock()),
                        new PicturesResource(gallery, access),
                        new WaitingResource(access, waiting),
                        new CounterResource(access, vouchers, views, keys, ground.clock())),
                List.of(
                        new Job("end-vouchers", Duration.ofMinutes(1), vouchers::expire),
                        new Job("tell-of-vouchers", Duration.ofHours(1), reminders),
                        new Job("discard-pictures", Duration.ofHours(1), gallery::discardUnused),
                        new Job("serve-waiting", Duration.ofSeconds(5), waiting::serve)),
                List.of(),
                Map.of());
    }
}
