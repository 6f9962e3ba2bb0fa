package org.ezhili.points.internal.store.rewards;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

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

    static WaiterRow of(long reward, String owner, long turn) {
        WaiterRow row = new WaiterRow();
        row.rewardId = reward;
        row.owner = owner;
        row.turn = turn;
        return row;
    }

    String owner() {
        return owner;
    }

    long turn() {
        return turn;
    }
}
