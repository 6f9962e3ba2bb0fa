package org.ezhili.points.internal.rest.rewards;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.points.internal.District;
import org.ezhili.points.internal.domain.ledger.Transfer;
import org.ezhili.points.internal.store.earning.Streets;

/** The doors of the shop and the counter in a small district whose residents have points of the east street. */
final class Counter {

    static final String EAST = "340603002";
    static final String WEST = "340603003";

    final TestDatabase db;
    final District district;

    Counter(TestDatabase db) {
        this.db = db;
        district = new District(db);
        Streets.open(db, AreaCode.of(EAST));
        give("resident", 100);
        give("neighbour", 100);
    }

    void give(String owner, long points) {
        Streets.ledger(db)
                .post(new Transfer.Earn(
                        "earn:" + owner + db.ids().next(),
                        owner,
                        AreaCode.of(EAST),
                        points,
                        Streets.today(db).plusYears(1),
                        "gift"));
    }

    RewardDraftJson goods(String area, int stock) {
        Instant now = db.clock().instant();
        return new RewardDraftJson(
                area,
                "goods",
                "rice",
                "five kilos",
                30,
                stock,
                2,
                now,
                now.plus(Duration.ofDays(30)),
                7,
                null,
                true,
                null,
                null);
    }

    RewardDraftJson course(String area, int seats) {
        Instant now = db.clock().instant();
        return new RewardDraftJson(
                area,
                "course",
                "calligraphy",
                "for children",
                30,
                seats,
                1,
                now,
                now.plus(Duration.ofDays(5)),
                7,
                null,
                true,
                null,
                List.of(new NewMeetingJson(
                        null,
                        now.plus(Duration.ofDays(8)),
                        now.plus(Duration.ofDays(8).plusHours(2)),
                        "hall")));
    }

    RewardJson offer(String who, RewardDraftJson draft) {
        return (RewardJson) district.resource(RewardsResource.class)
                .offer(district.caller(who), null, draft)
                .getEntity();
    }

    VoucherJson redeem(String who, RewardJson reward) {
        return redeem(who, reward, null);
    }

    VoucherJson redeem(String who, RewardJson reward, String key) {
        return (VoucherJson) vouchers()
                .redeem(district.caller(who), key, new RedeemJson(reward.id(), reward.price()))
                .getEntity();
    }

    VoucherJson collect(String who, CollectJson what) {
        return district.resource(CounterResource.class).collect(district.caller(who), null, what);
    }

    VouchersResource vouchers() {
        return district.resource(VouchersResource.class);
    }

    RewardsResource rewards() {
        return district.resource(RewardsResource.class);
    }

    long available(String owner) {
        return Streets.ledger(db).balance(owner).available();
    }

    Optional<String> upload(String who, byte[] content) {
        try {
            PictureJson json = (PictureJson) district.resource(PicturesResource.class)
                    .upload(district.caller(who), new ByteArrayInputStream(content))
                    .getEntity();
            return Optional.of(json.id());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static byte[] picture(String format, int width, int height) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
            return out.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
