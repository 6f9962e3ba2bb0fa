package org.ezhili.points.internal.store.rewards;

import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Somebody who waits for a seat. */
@Entity
@IdClass(WaiterRowId.class)
@Table(schema = "points", name = "reward_waiter")
class WaiterRow {

    @Id
    @Column(name = "reward_id")
    private long rewardId;

    @Id
    @Column(name = "owner")
    private String owner;

    @Column(name = "turn")
    private long turn;

    @Column(name = "price")
    private @Nullable Long price;

    /** @param price of the reward at that moment: for more it is not exchanged unasked */
    static WaiterRow of(long reward, String owner, long turn, long price) {
        WaiterRow row = new WaiterRow();
        row.rewardId = reward;
        row.owner = owner;
        row.turn = turn;
        row.price = price;
        return row;
    }

    long reward() {
        return rewardId;
    }

    String owner() {
        return owner;
    }

    long turn() {
        return turn;
    }

    /** The most that they have seen it cost; empty for who waits since before that was kept. */
    Optional<Long> price() {
        return Optional.ofNullable(price);
    }
}
