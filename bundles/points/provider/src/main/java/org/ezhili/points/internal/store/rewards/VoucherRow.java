package org.ezhili.points.internal.store.rewards;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.persistence.InstantAttribute;
import org.ezhili.points.internal.domain.rewards.Voucher;
import org.ezhili.points.internal.domain.rewards.VoucherState;
import org.jspecify.annotations.Nullable;

/** What somebody exchanged points for. */
@Entity
@Table(schema = "points", name = "voucher")
class VoucherRow {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "serial")
    private String serial;

    @Column(name = "reward_id")
    private long rewardId;

    @Column(name = "area")
    private String area;

    @Column(name = "title")
    private String title;

    @Column(name = "owner")
    private String owner;

    @Column(name = "price")
    private long price;

    @Column(name = "state")
    private String state;

    @Column(name = "redeemed_at")
    @Convert(converter = InstantAttribute.class)
    private Instant redeemedAt;

    @Column(name = "cancel_until")
    @Convert(converter = InstantAttribute.class)
    private Instant cancelUntil;

    @Column(name = "expires_at")
    @Convert(converter = InstantAttribute.class)
    private Instant expiresAt;

    @Column(name = "shown_until")
    @Convert(converter = InstantAttribute.class)
    private Instant shownUntil;

    @Column(name = "ended_at")
    @Convert(converter = InstantAttribute.class)
    private @Nullable Instant endedAt;

    @Column(name = "ended_by")
    private @Nullable String endedBy;

    static VoucherRow from(Voucher voucher) {
        VoucherRow row = new VoucherRow();
        row.id = voucher.id();
        row.serial = voucher.serial();
        row.rewardId = voucher.reward();
        row.area = voucher.area().digits();
        row.title = voucher.title();
        row.owner = voucher.owner();
        row.price = voucher.price();
        row.state = voucher.state().word();
        row.redeemedAt = voucher.redeemedAt();
        row.cancelUntil = voucher.cancelUntil();
        row.expiresAt = voucher.expiresAt();
        row.shownUntil = voucher.shownUntil();
        return row;
    }

    Voucher toDomain() {
        return new Voucher(
                id,
                serial,
                rewardId,
                AreaCode.of(area),
                title,
                owner,
                price,
                VoucherState.ofWord(state).orElseThrow(),
                redeemedAt,
                cancelUntil,
                expiresAt,
                shownUntil,
                Optional.ofNullable(endedAt));
    }
}
