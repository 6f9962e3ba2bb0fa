package org.ezhili.points.internal.store.rewards;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Key of a {@link WaiterRow}. */
final class WaiterRowId implements Serializable {

    private static final long serialVersionUID = 1;

    private long rewardId;
    private @Nullable String owner;

    WaiterRowId() {}

    WaiterRowId(long rewardId, String owner) {
        this.rewardId = rewardId;
        this.owner = owner;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WaiterRowId id && id.rewardId == rewardId && Objects.equals(id.owner, owner);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rewardId, owner);
    }
}
