package org.ezhili.matters.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.ezhili.matters.internal.domain.Matter;
import org.ezhili.matters.internal.domain.Spot;
import org.ezhili.matters.internal.domain.State;
import org.ezhili.matters.internal.domain.Tier;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;
import org.ezhili.platform.persistence.InstantAttribute;
import org.jspecify.annotations.Nullable;

/** A matter as it stands. */
@Entity
@Table(schema = "matters", name = "matter")
class MatterRow {

    @Id
    @Column(name = "id")
    private long id;

    /** Compared and counted by the one statement that changes a matter, so that past matters can come with theirs. */
    @Column(name = "version")
    private int version;

    @Column(name = "rule_version")
    private String ruleVersion;

    @Column(name = "category")
    private String category;

    @Column(name = "description")
    private String description;

    @Column(name = "area")
    private String area;

    @Column(name = "district")
    private String district;

    @Column(name = "street")
    private @Nullable String street;

    @Column(name = "community")
    private @Nullable String community;

    @Column(name = "grid")
    private @Nullable String grid;

    @Column(name = "lon")
    private @Nullable Double lon;

    @Column(name = "lat")
    private @Nullable Double lat;

    @Column(name = "state")
    private String state;

    @Column(name = "tier")
    private String tier;

    @Column(name = "reporter")
    private String reporter;

    @Column(name = "handler")
    private @Nullable String handler;

    @Column(name = "returned")
    private boolean returned;

    @Column(name = "reported_at")
    @Convert(converter = InstantAttribute.class)
    private Instant reportedAt;

    @Column(name = "due_at")
    @Convert(converter = InstantAttribute.class)
    private Instant dueAt;

    /** The deadline as long as somebody owes work, else empty: what is overdue is one short stretch of an index. */
    @Column(name = "owed_by")
    @Convert(converter = InstantAttribute.class)
    private @Nullable Instant owedBy;

    @Column(name = "photos")
    private @Nullable String photos;

    static MatterRow from(Matter matter) {
        MatterRow row = new MatterRow();
        row.id = matter.id();
        row.ruleVersion = matter.ruleVersion();
        row.category = matter.category();
        row.description = matter.description();
        row.area = matter.area().digits();
        row.district = code(matter, AreaLevel.DISTRICT).orElseThrow();
        row.street = code(matter, AreaLevel.STREET).orElse(null);
        row.community = code(matter, AreaLevel.COMMUNITY).orElse(null);
        row.grid = code(matter, AreaLevel.GRID).orElse(null);
        row.lon = matter.spot().map(Spot::lon).orElse(null);
        row.lat = matter.spot().map(Spot::lat).orElse(null);
        row.reporter = matter.reporter();
        row.reportedAt = matter.reportedAt();
        row.dueAt = matter.dueAt();
        row.photos = Lists.joined(matter.photos());
        row.version = matter.version();
        row.state = matter.state().word();
        row.tier = matter.tier().word();
        row.handler = matter.handler().orElse(null);
        row.returned = matter.returned();
        row.owedBy = owedBy(matter);
        return row;
    }

    static @Nullable Instant owedBy(Matter matter) {
        return matter.state().owesWork() ? matter.dueAt() : null;
    }

    Matter toDomain() {
        return new Matter(
                id,
                ruleVersion,
                category,
                description,
                AreaCode.of(area),
                lon == null || lat == null ? Optional.empty() : Optional.of(new Spot(lon, lat)),
                State.ofWord(state).orElseThrow(),
                Tier.ofWord(tier),
                reporter,
                Optional.ofNullable(handler),
                returned,
                reportedAt,
                dueAt,
                version,
                Lists.split(photos));
    }

    private static Optional<String> code(Matter matter, AreaLevel level) {
        return matter.area().at(level).map(AreaCode::digits);
    }
}
