package org.ezhili.platform.releases.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.ezhili.platform.persistence.InstantAttribute;
import org.ezhili.platform.releases.internal.upgrades.Upgrade;
import org.jspecify.annotations.Nullable;

@Entity
@Table(schema = "releases", name = "upgrade")
class UpgradeRow {

    private static final String UP = "up";
    private static final String BACK = "back";

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "way")
    private String way;

    @Column(name = "state")
    private String state;

    @Column(name = "called_off_by")
    private @Nullable String calledOffBy;

    @Column(name = "asked_by")
    private String askedBy;

    @Column(name = "asked_at")
    @Convert(converter = InstantAttribute.class)
    private Instant askedAt;

    @Column(name = "ended_at")
    @Convert(converter = InstantAttribute.class)
    private @Nullable Instant endedAt;

    @Column(name = "turn")
    private int turn;

    protected UpgradeRow() {}

    UpgradeRow(long id, boolean back, String askedBy, Instant askedAt) {
        this.id = id;
        this.way = back ? BACK : UP;
        this.state = Upgrade.State.OPEN.name();
        this.askedBy = askedBy;
        this.askedAt = askedAt;
        this.turn = Upgrade.NOBODY;
    }

    long id() {
        return id;
    }

    boolean isBack() {
        return way.equals(BACK);
    }

    Upgrade.State state() {
        return Upgrade.State.valueOf(state);
    }

    void end(Upgrade.State how, Instant at) {
        state = how.name();
        endedAt = at;
        turn = Upgrade.NOBODY;
    }

    boolean isCalledOff() {
        return calledOffBy != null;
    }

    void callOff(String by) {
        calledOffBy = by;
    }

    String askedBy() {
        return askedBy;
    }

    Instant askedAt() {
        return askedAt;
    }

    Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    int turn() {
        return turn;
    }

    void turn(int node) {
        turn = node;
    }
}
