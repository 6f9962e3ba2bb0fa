package org.ezhili.points.internal.store.rewards;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.persistence.InstantAttribute;
import org.ezhili.points.internal.domain.rewards.Meeting;
import org.ezhili.points.internal.domain.rewards.Reward;
import org.ezhili.points.internal.domain.rewards.RewardKind;
import org.jspecify.annotations.Nullable;

/** A reward without its meetings. */
@Entity
@Table(schema = "points", name = "reward")
class RewardRow {

    static final String OFFERED = "offered";
    static final String HIDDEN = "hidden";
    static final String WITHDRAWN = "withdrawn";

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "area")
    private String area;

    @Column(name = "kind")
    private String kind;

    @Column(name = "title")
    private String title;

    @Column(name = "description")
    private String description;

    @Column(name = "price")
    private long price;

    @Column(name = "stock")
    private int stock;

    @Column(name = "remaining")
    private int remaining;

    @Column(name = "waiting")
    private int waiting;

    @Column(name = "per_person")
    private int perPerson;

    @Column(name = "opens_at")
    @Convert(converter = InstantAttribute.class)
    private Instant opensAt;

    @Column(name = "closes_at")
    @Convert(converter = InstantAttribute.class)
    private Instant closesAt;

    @Column(name = "collect_days")
    private int collectDays;

    @Column(name = "picture")
    private @Nullable String picture;

    @Column(name = "standing")
    private String standing;

    @Column(name = "version")
    private int version;

    static RewardRow from(Reward reward) {
        RewardRow row = new RewardRow();
        row.id = reward.id();
        row.area = reward.area().digits();
        row.kind = reward.kind().word();
        row.title = reward.title();
        row.description = reward.description();
        row.price = reward.price();
        row.stock = reward.stock();
        row.remaining = reward.remaining();
        row.waiting = reward.waiting();
        row.perPerson = reward.perPerson();
        row.opensAt = reward.opensAt();
        row.closesAt = reward.closesAt();
        row.collectDays = reward.collectDays();
        row.picture = reward.picture().orElse(null);
        row.standing = reward.withdrawn() ? WITHDRAWN : standing(reward.offered());
        row.version = reward.version();
        return row;
    }

    static String standing(boolean offered) {
        return offered ? OFFERED : HIDDEN;
    }

    long id() {
        return id;
    }

    Reward toDomain(List<Meeting> meetings) {
        return new Reward(
                id,
                AreaCode.of(area),
                RewardKind.ofWord(kind).orElseThrow(),
                title,
                description,
                price,
                stock,
                remaining,
                waiting,
                perPerson,
                opensAt,
                closesAt,
                collectDays,
                Optional.ofNullable(picture),
                standing.equals(OFFERED),
                standing.equals(WITHDRAWN),
                version,
                meetings);
    }
}
